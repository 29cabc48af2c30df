import { dayInTheNetherlands } from '../calendar/today.ts';
import type { Database } from '../store/store.ts';
import { applyRetention } from './apply-retention.ts';
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

export interface DailyRetention {
  /** Does what is to be done today, unless another process does it or did. */
  look(): Promise<void>;
  /** Looks no more, and waits for a run that is at work. */
  stop(): Promise<void>;
}

/** Removes what has had its term, once a day, in one of the processes. */
export function startDailyRetention({
  database,
  interval = 10 * 60_000,
  now,
  onFault,
  onRun,
  retention,
}: DailyRetentionOptions): DailyRetention {
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      if (await claimDay(database, now())) onRun(await applyRetention(database, retention, now()));
    } catch (error) {
      onFault(error);
    }
  }

  function look(): Promise<void> {
    running = running.then(run);
    return running;
  }

  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      await running;
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
