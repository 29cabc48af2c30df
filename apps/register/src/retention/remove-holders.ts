import { type RawBuilder, sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { array } from '../store/arrays.ts';
import type { Queries } from '../store/store.ts';

/** What is of a holder, beside diplomas. */
const holderTables = [
  'access_records',
  'correction_inbox',
  'correction_requests',
  'extract_numbers',
  'extracts',
  'removed_versions',
  'share_codes',
  'shares',
] as const;

/** What a holder is kept for. */
const reasonsToKeep = ['diploma_versions', 'correction_requests', 'access_records'] as const;

/** Removes those of the holders who have no diploma left, and all that is of them. */
export async function removeHoldersWithoutDiplomas(
  queries: Queries,
  ids: readonly HolderId[],
): Promise<void> {
  await lockHolders(queries, ids);
  const gone = holdersWithout(ids, ['diploma_versions']);
  for (const table of holderTables) {
    await sql`delete from ${sql.table(table)} where holder_id in (${gone})`.execute(queries);
  }
  await sql`delete from holders where id in (${gone})`.execute(queries);
}

/**
 * Removes those of the holders of whom nothing is left: who asked for a diploma that was missing, and
 * never got it.
 */
export async function removeHoldersOfNothing(
  queries: Queries,
  ids: readonly HolderId[],
): Promise<void> {
  if (ids.length === 0) return;
  await lockHolders(queries, ids);
  const gone = holdersWithout(ids, reasonsToKeep);
  await sql`delete from holders where id in (${gone})`.execute(queries);
}

/** What is being stored of them at this moment comes before this, or after; see `holdHolders`. */
async function lockHolders(queries: Queries, ids: readonly HolderId[]): Promise<void> {
  await sql`
    select id from holders where id in (${idsOf(ids)}) order by id for update
  `.execute(queries);
}

function holdersWithout(ids: readonly HolderId[], tables: readonly string[]): RawBuilder<unknown> {
  const absences = tables.map(
    (table) =>
      sql`not exists (select from ${sql.table(table)} as kept where kept.holder_id = wanted.id)`,
  );
  return sql`
    select wanted.id from (${idsOf(ids)}) as wanted (id) where ${sql.join(absences, sql` and `)}
  `;
}

function idsOf(ids: readonly HolderId[]): RawBuilder<unknown> {
  return sql`select unnest(${array('uuid', [...new Set(ids)])})`;
}
