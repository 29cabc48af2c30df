import { sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import type { Queries } from '../store/store.ts';
import { removeHoldersOfNothing } from './remove-holders.ts';

/** Removes some records of who looked before, and whom they looked at when nothing else is left. */
export async function removeAccessRecords(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ holderId: HolderId }>`
    delete from access_records where (holder_id, accessed_at, record_id) in (
      select holder_id, accessed_at, record_id from access_records
      where accessed_at < ${before}
      limit ${limit}
    )
    returning holder_id
  `.execute(queries);
  await removeHoldersOfNothing(
    queries,
    rows.map(({ holderId }) => holderId),
  );
  return rows.length;
}
