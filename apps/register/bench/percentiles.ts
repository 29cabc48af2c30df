/** Milliseconds that something took: of half the times at most, and of all but one in a hundred. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export interface TimingOptions {
  readonly warmUp: number;
  readonly rounds: number;
  readonly times: number;
}

/**
 * Times something again and again, one at a time. Of the percentiles of all rounds it gives the
 * median, so that a moment in which the machine did something else does not count.
 */
export async function timeLatency(
  work: (turn: number) => Promise<unknown>,
  { rounds, times, warmUp }: TimingOptions,
): Promise<Latency> {
  let turn = 0;
  for (; turn < warmUp; turn += 1) await work(turn);
  const found: Latency[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const taken = new Float64Array(times);
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      await work(turn);
      taken[time] = performance.now() - start;
      turn += 1;
    }
    taken.sort();
    found.push({ p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) });
  }
  return {
    p50: median(found.map(({ p50 }) => p50)),
    p99: median(found.map(({ p99 }) => p99)),
  };
}

/** The nearest rank. */
export function percentile(sorted: Float64Array, part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
