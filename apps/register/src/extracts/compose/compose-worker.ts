import { constants, platform, setPriority } from 'node:os';
import { createNodeCrypto } from '@diplomaregister/seal/node';
import { prepareDocument } from '@diplomaregister/seal/seal';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ComposeTask } from './composer.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

// Downloads wait for those whom the main thread serves, and not the other way round. Elsewhere than
// on Linux a priority is that of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);

/** Computes in this thread, in which nobody waits for anything else. */
const crypto = createNodeCrypto();
let typesetter: Typesetter | undefined;

/**
 * What a worker thread does. It keeps its fonts and template from one extract to the next, and gives
 * the bytes away: a copy of each would make the other thread collect garbage while others wait.
 */
export default async function compose(task: ComposeTask): Promise<ReturnType<typeof move>> {
  const { checkUrl, extract, preparation } = task;
  typesetter ??= createTypesetter();
  const pdf = typesetter.compose(extract, { checkUrl });
  const time = new Date(extract.issuedAt);
  const prepared = await prepareDocument(pdf, { ...preparation, time, crypto });
  return move({ [valueSymbol]: prepared, [transferableSymbol]: [prepared.bytes.buffer] });
}
