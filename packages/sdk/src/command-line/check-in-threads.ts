import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { VerifyOptions } from '../verify/options.ts';
import type { Found } from './find-files.ts';
import type { Checked } from './say-result.ts';

/** What is the same for all files. */
export type CheckOptions = Pick<VerifyOptions, 'anchors' | 'register'>;

/** What a thread is asked, and what it answers. */
export interface CheckRequest {
  readonly id: number;
  readonly found: Found;
}
export interface CheckAnswer {
  readonly id: number;
  readonly checked: Checked;
}

/** Checks files; whoever is done with it stops it. */
export interface FileChecker {
  check(found: Found): Promise<Checked>;
  stop(): Promise<void>;
}

/** Who waits for an answer. */
interface Waiting {
  resolve(checked: Checked): void;
  reject(error: unknown): void;
}

/** The thread's code lies beside this file, in the source as in what is published. */
const code = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);

/** Starts threads, each with a verifier of its own, and gives the files to them in turns. */
export function checkInThreads(threads: number, options: CheckOptions): FileChecker {
  const waiting = new Map<number, Waiting>();
  let asked = 0;

  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(code, { workerData: options });
    worker.on('message', ({ checked, id }: CheckAnswer) => {
      waiting.get(id)?.resolve(checked);
      waiting.delete(id);
    });
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
    });
    return worker;
  });

  return {
    check(found) {
      const request: CheckRequest = { id: asked++, found };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        workers[request.id % threads]?.postMessage(request);
      });
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
