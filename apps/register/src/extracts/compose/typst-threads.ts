/**
 * Has Typst work in as many threads of its own as there are that compose, unless the operator says
 * otherwise: with more, pages would take cores from those who are served. It counts for the whole process,
 * and only from the main thread, before the first extract.
 */
export function limitTypstThreads(composing: number): void {
  process.env['RAYON_NUM_THREADS'] ??= String(composing);
}
