import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';

/** Removes some correction requests that were done or refused before. Open ones stay. */
export async function removeCorrectionRequests(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with closed as (
      delete from correction_requests where (holder_id, request_id) in (
        select holder_id, request_id from correction_requests
        where changed_at < ${before} and status in ('done', 'refused')
        limit ${limit}
      )
      returning request_id
    ), inbox as (
      delete from correction_inbox using closed where correction_inbox.request_id = closed.request_id
    )
    select count(*) as removed from closed
  `.execute(queries);
  return Number(rows[0]?.removed ?? 0);
}
