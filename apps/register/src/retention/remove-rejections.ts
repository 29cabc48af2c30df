import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';

/** Removes some rejected lines of deliveries that came before. The counts of a delivery stay. */
export async function removeRejections(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from delivery_rejections where (delivery_id, line) in (
      select delivery_id, line from deliveries
      join delivery_rejections on delivery_rejections.delivery_id = deliveries.id
      where deliveries.received_at < ${before}
      limit ${limit}
    )
  `.execute(queries);
  return Number(numAffectedRows ?? 0);
}
