import { expect } from 'vitest';

/** Milliseconds of the processor. */
const most = 50;

/**
 * Runs what may throw, and expects it to be quick. What the runtime does besides, such as collecting
 * garbage, may fall into one run, but not into each of three.
 */
export function expectQuick(run: () => void): void {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > most; attempt++) {
    const began = process.cpuUsage();
    run();
    const { system, user } = process.cpuUsage(began);
    least = Math.min(least, (system + user) / 1000);
  }
  expect(least).toBeLessThanOrEqual(most);
}
