import { constants, platform, setPriority } from 'node:os';
import { createNodeCrypto } from '@diplomaregister/seal/node';
import { type PreparedDocument, prepareDocument } from '@diplomaregister/seal/seal';
import type { ComposeTask } from './composer.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

// Downloads wait for those whom the main thread serves, and not the other way round. Elsewhere than
// on Linux a priority is that of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Computes in this thread, in which nobody waits for anything else. */
const crypto = createNodeCrypto();
let typesetter: Typesetter | undefined;

/** What a worker thread does. It keeps its fonts and template from one extract to the next. */
export default async function compose(task: ComposeTask): Promise<PreparedDocument> {
  const { checkUrl, extract, preparation } = task;
  typesetter ??= createTypesetter();
  const pdf = typesetter.compose(extract, { checkUrl });
  return prepareDocument(pdf, { ...preparation, time: new Date(extract.issuedAt), crypto });
}
