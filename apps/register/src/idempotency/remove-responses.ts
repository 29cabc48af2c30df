import { sql } from 'kysely';
import { removeInBatches } from '../retention/remove-in-batches.ts';
import type { Database, Queries } from '../store/store.ts';
import { keptFor } from './answer-once.ts';

/**
 * Removes the responses that are not given again any more, and tells how many. Those that another process
 * is removing are passed over.
 */
export function removeResponses(database: Database, now: Date): Promise<number> {
  return removeInBatches(database, removeSome, new Date(now.getTime() - keptFor));
}

async function removeSome(queries: Queries, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from idempotent_responses where (holder_id, operation, key_hash) in (
      select holder_id, operation, key_hash from idempotent_responses
      where started_at < ${before}
      limit ${limit} for update skip locked
    )
  `.execute(queries);
  return Number(numAffectedRows ?? 0);
}
