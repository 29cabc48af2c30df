import { sql } from 'kysely';
import type { Database } from '../store/store.ts';
import { keptFor } from './answer-once.ts';

/** In one statement, so that nobody waits long for one. */
const batchSize = 1_000;

/** Removes the responses that are not given again any more, and tells how many. */
export async function removeResponses(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptFor);
  let removed = 0;
  let count: number;
  do {
    const { numAffectedRows = 0n } = await sql`
      delete from idempotent_responses where (holder_id, operation, key_hash) in (
        select holder_id, operation, key_hash from idempotent_responses
        where started_at < ${before}
        limit ${batchSize}
      )
    `.execute(database);
    count = Number(numAffectedRows);
    removed += count;
  } while (count === batchSize);
  return removed;
}
