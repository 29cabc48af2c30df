import { sql } from 'kysely';
import { dayInTheNetherlands } from '../calendar/today.ts';
import type { Queries } from '../store/store.ts';

/** Removes some shares that ended before, with their codes. */
export async function removeShares(queries: Queries, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with ended as (
      delete from shares where (holder_id, share_id) in (
        select holder_id, share_id from shares
        where revoked_at < ${before} or expires_on < ${dayInTheNetherlands(before)}::date
        limit ${limit} for update skip locked
      )
      returning holder_id, share_id
    ), codes as (
      delete from share_codes using ended
      where share_codes.holder_id = ended.holder_id and share_codes.share_id = ended.share_id
    )
    select count(*) as removed from ended
  `.execute(queries);
  return Number(rows[0]?.removed ?? 0);
}
