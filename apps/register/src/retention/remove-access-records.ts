import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';

/** Removes some records of who looked before. */
export async function removeAccessRecords(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from access_records where (holder_id, accessed_at, record_id) in (
      select holder_id, accessed_at, record_id from access_records
      where accessed_at < ${before}
      limit ${limit}
    )
  `.execute(queries);
  return Number(numAffectedRows ?? 0);
}
