import { sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import type { Queries } from '../store/store.ts';
import { removeHoldersOfNothing } from './remove-holders.ts';

/**
 * Removes some correction requests that were done or refused before, and who asked them when nothing
 * else is left of them. Open ones stay.
 */
export async function removeCorrectionRequests(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ holderId: HolderId }>`
    with closed as (
      delete from correction_requests where (holder_id, request_id) in (
        select holder_id, request_id from correction_requests
        where changed_at < ${before} and status in ('done', 'refused')
        limit ${limit}
      )
      returning holder_id, request_id
    ), inbox as (
      delete from correction_inbox using closed where correction_inbox.request_id = closed.request_id
    )
    select holder_id from closed
  `.execute(queries);
  await removeHoldersOfNothing(
    queries,
    rows.map(({ holderId }) => holderId),
  );
  return rows.length;
}
