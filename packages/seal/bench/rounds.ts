/** Something to be measured; `turn` counts up. */
export type Contender = (turn: number) => unknown;

/**
 * Runs the contenders in turns, each `times` a round, and gives the median of each one's rounds, in
 * runs a second of one core: what counts is the time of the processor, in all threads together, so
 * that waiting for other programs does not.
 */
export async function measure<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  { rounds, times }: { readonly rounds: number; readonly times: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const rates = new Map<Name, number[]>(names.map((name) => [name, []]));
  let turn = 0;
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const began = process.cpuUsage();
      for (let time = 0; time < times; time++) await contenders[name](turn++);
      const { system, user } = process.cpuUsage(began);
      const seconds = (user + system) / 1e6;
      if (round > 0) rates.get(name)?.push(times / seconds);
    }
  }
  const medians = names.map((name) => [name, median(rates.get(name) ?? [])]);
  return Object.fromEntries(medians) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
