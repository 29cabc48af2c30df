// One of the threads in which many files are checked; see `check-in-threads.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import { createNodeCrypto } from '@diplomaregister/seal/node';
import { createVerifier } from '../verify/verifier.ts';
import { checkFile } from './check-file.ts';
import type { CheckAnswer, CheckOptions, CheckRequest } from './check-in-threads.ts';

const verifier = createVerifier({ ...(workerData as CheckOptions), crypto: createNodeCrypto() });

parentPort?.on('message', async ({ found, id }: CheckRequest) => {
  const answer: CheckAnswer = { id, checked: await checkFile(found, verifier) };
  parentPort?.postMessage(answer);
});
