import { sql } from 'kysely';
import type { Queries } from '../store/store.ts';

/**
 * Notes that statuses in these lists changed, so that they are signed anew. In the order of their
 * ids, so that two transactions never wait for each other. A revision is the microsecond of it, unlike
 * any other: a failover may lose changes that a process has signed, and a count would come to theirs
 * again.
 */
export async function markListsChanged(
  queries: Queries,
  listIds: readonly number[],
): Promise<void> {
  const ids = [...new Set(listIds)].sort((one, other) => one - other);
  const revision = sql<number>`(extract(epoch from clock_timestamp()) * 1000000)::bigint`;
  for (const listId of ids) {
    await queries
      .insertInto('statusListRevisions')
      .values({ listId, revision })
      .onConflict((conflict) =>
        conflict.column('listId').doUpdateSet({
          revision: sql`greatest(status_list_revisions.revision + 1, ${revision})`,
        }),
      )
      .execute();
  }
}

/** What grew when statuses in a list changed last, or 0; undefined when there is no such list. */
export async function findRevision(queries: Queries, listId: number): Promise<number | undefined> {
  const row = await queries
    .selectFrom('statusLists')
    .leftJoin('statusListRevisions', 'statusListRevisions.listId', 'statusLists.id')
    .select((expression) =>
      expression.fn.coalesce('statusListRevisions.revision', sql<number>`0`).as('revision'),
    )
    .where('statusLists.id', '=', listId)
    .executeTakeFirst();
  return row && Number(row.revision);
}
