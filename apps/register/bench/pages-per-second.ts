import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { limitTypstThreads } from '../src/extracts/compose/typst-threads.ts';
import type { PagesToCompose } from './compose-pages.ts';

const program = new URL('compose-pages.ts', import.meta.url);

/** Milliseconds in which fonts are loaded and code is compiled. */
const warmUp = 3_000;

/**
 * Pages of extracts that all cores compose in a second when they do nothing else: a machine cannot
 * serve more downloads than that.
 */
export async function measurePages(seconds: number): Promise<number> {
  const threads = availableParallelism();
  limitTypstThreads(threads);
  const from = Date.now() + warmUp;
  const workerData: PagesToCompose = { from, until: from + seconds * 1_000 };
  const counts = await Promise.all(Array.from({ length: threads }, () => countPages(workerData)));
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function countPages(workerData: PagesToCompose): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData });
    worker.once('message', resolve).once('error', reject);
  });
}
