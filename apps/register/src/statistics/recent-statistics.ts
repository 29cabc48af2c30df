import type { Statistics } from '@diplomaregister/contract';
import type { Register } from '../register.ts';
import { countStatistics } from './statistics.ts';

/** Seconds for which counts are kept, here and by whoever asked for them. */
export const statisticsTtl = 5;

/** The statistics of a register. */
export interface RecentStatistics {
  /** As they were counted at most {@link statisticsTtl} seconds ago. */
  get(): Promise<Statistics>;
}

/** Counts once for all who ask at about the same time: there may be many, and much to count. */
export function createRecentStatistics(
  register: Pick<Register, 'database' | 'readDatabase' | 'now'>,
): RecentStatistics {
  let recent: { readonly since: number; readonly counted: Promise<Statistics> } | undefined;

  return {
    async get() {
      const now = register.now().getTime();
      if (recent !== undefined && now < recent.since + statisticsTtl * 1_000) return recent.counted;
      const counting = { since: now, counted: countStatistics(register) };
      recent = counting;
      try {
        return await counting.counted;
      } catch (error) {
        if (recent === counting) recent = undefined;
        throw error;
      }
    },
  };
}
