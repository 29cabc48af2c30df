import type { Statistics } from '@diplomaregister/contract';
import type { Register } from '../register.ts';
import { countStatistics } from './statistics.ts';

/** Seconds for which counts are kept, here and by whoever asked for them. */
export const statisticsTtl = 5;

/** The statistics of a register. */
export interface RecentStatistics {
  /** As they were counted at most twice {@link statisticsTtl} seconds ago. */
  get(): Promise<Statistics>;
}

/**
 * Counts once for all who ask at about the same time: there may be many, and much to count. While it
 * counts, whoever asks gets what was counted last, unless that is of too long ago.
 */
export function createRecentStatistics(
  register: Pick<Register, 'database' | 'readDatabase' | 'now'>,
): RecentStatistics {
  const ttl = statisticsTtl * 1_000;
  let recent: { readonly since: number; readonly statistics: Statistics } | undefined;
  let counting: Promise<Statistics> | undefined;

  async function count(since: number): Promise<Statistics> {
    try {
      const statistics = await countStatistics(register);
      recent = { since, statistics };
      return statistics;
    } finally {
      counting = undefined;
    }
  }

  return {
    async get() {
      const now = register.now().getTime();
      const last = recent;
      if (last !== undefined && now < last.since + ttl) return last.statistics;
      counting ??= count(now);
      if (last === undefined || now >= last.since + 2 * ttl) return counting;
      // Whoever asks after the next term is told why it cannot be counted.
      counting.catch(() => {});
      return last.statistics;
    },
  };
}
