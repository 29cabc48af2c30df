import type { Database, Queries } from '../store/store.ts';

/** Removes at most `limit` of something from before a moment, in a transaction; tells how many. */
export type Removal = (queries: Queries, before: Date, limit: number) => Promise<number>;

/** In one transaction, so that nobody waits long for one. */
const batchSize = 1_000;

/**
 * Removes all of something from before a moment, and tells how many. After `stopping`, it begins with no
 * other batch.
 */
export async function removeInBatches(
  database: Database,
  removal: Removal,
  before: Date,
  stopping?: AbortSignal,
): Promise<number> {
  let removed = 0;
  let count = batchSize;
  while (count === batchSize && !stopping?.aborted) {
    count = await database
      .transaction()
      .execute((transaction) => removal(transaction, before, batchSize));
    removed += count;
  }
  return removed;
}
