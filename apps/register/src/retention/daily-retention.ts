import { dayInTheNetherlands } from '../calendar/today.ts';
import type { Database } from '../store/store.ts';
import { applyRetention } from './apply-retention.ts';
import { type Repetition, repeat } from './repeat.ts';
import type { Retention } from './terms.ts';

export interface DailyRetentionOptions {
  readonly database: Database;
  readonly retention: Retention;
  readonly now: () => Date;
  /** Told after each run how many of each were removed. */
  readonly onRun: (removed: Readonly<Record<string, number>>) => void;
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between two looks whether it is time. */
  readonly interval?: number;
}

/**
 * Removes what has had its term, once a day, in one of the processes. Each run looks whether another
 * process does it or did. To stop it waits for no more than a batch: the rest is done the next day.
 */
export function startDailyRetention({
  database,
  interval = 10 * 60_000,
  now,
  onFault,
  onRun,
  retention,
}: DailyRetentionOptions): Repetition {
  const stopping = new AbortController();
  async function look(): Promise<void> {
    if (stopping.signal.aborted || !(await claimDay(database, now()))) return;
    onRun(await applyRetention(database, retention, now(), stopping.signal));
  }
  const { run, stop } = repeat(look, { interval, onFault });
  return {
    run,
    stop() {
      stopping.abort();
      return stop();
    },
  };
}

/** Whether this process is the one that does it today. */
async function claimDay(database: Database, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('retentionRuns')
    .values({ day: dayInTheNetherlands(now), startedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
