/**
 * Has Typst work with one thread, unless the operator says otherwise: with more, each page would take
 * cores from those who are served. It counts for the whole process, and only from the main thread, before
 * the first extract.
 */
export function limitTypstThreads(): void {
  process.env['RAYON_NUM_THREADS'] ??= '1';
}
