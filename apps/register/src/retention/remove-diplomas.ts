import { sql } from 'kysely';
import { countDiplomas } from '../statistics/count-diplomas.ts';
import type { DiplomaVersionRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { removeHoldersWithoutDiplomas } from './remove-holders.ts';
import { monthOf } from './terms.ts';

type Diploma = Pick<DiplomaVersionRow, 'holderId' | 'diplomaId' | 'institution'>;
type RemovedVersion = Pick<DiplomaVersionRow, 'awarded' | 'isCurrent' | 'sector' | 'standing'>;

/**
 * Removes some diplomas that were awarded before, with all their versions. Of a version that does
 * not stand, its place in the status list stays; of each version, how it stood, for as long as its
 * holder has another diploma; of a holder who has none left, nothing. Runs in a transaction.
 */
export async function removeDiplomas(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<number> {
  const old = oldDiplomas(queries, before);
  const found = await old.limit(limit).execute();
  if (found.length === 0) return 0;
  const institutions = new Set(found.map(({ institution }) => institution));
  // A delivery may be about to correct one of them: from here on, it waits.
  for (const institution of [...institutions].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${institution}, 0))`.execute(queries);
  }
  const diplomas = await old
    .where(sql<boolean>`(holder_id, diploma_id) in (${pairs(found)})`)
    .execute();
  const removed = await removeVersions(queries, diplomas);
  await countDiplomas(
    queries,
    removed
      .filter(({ isCurrent }) => isCurrent)
      .map((version) => ({ version: { ...version, origin: 'stored' }, standing: 'withdrawn' })),
  );
  await sql`
    delete from records where (holder_id, diploma_id) in (${pairs(diplomas)})
  `.execute(queries);
  await removeHoldersWithoutDiplomas(
    queries,
    diplomas.map(({ holderId }) => holderId),
  );
  return diplomas.length;
}

function oldDiplomas(queries: Queries, before: Date) {
  return (
    queries
      .selectFrom('diplomaVersions')
      .select(['holderId', 'diplomaId', 'institution'])
      // An award of which only the month is known sorts before the days of that month.
      .where('awarded', '<', monthOf(before))
      // The newest version. It is not a current one where the diploma turned out to be another's.
      .where(
        sql<boolean>`not exists (
        select from diploma_versions as later
        where later.holder_id = diploma_versions.holder_id
          and later.diploma_id = diploma_versions.diploma_id
          and later.version > diploma_versions.version
      )`,
      )
  );
}

async function removeVersions(
  queries: Queries,
  diplomas: readonly Diploma[],
): Promise<readonly RemovedVersion[]> {
  const { rows } = await sql<RemovedVersion>`
    with removed as (
      delete from diploma_versions where (holder_id, diploma_id) in (${pairs(diplomas)})
      returning holder_id, diploma_id, version, awarded, is_current, sector, standing,
        status_list, status_index
    ), places as (
      insert into removed_statuses (status_list, status_index, standing)
      select status_list, status_index, standing from removed where standing <> 'valid'
    ), standings as (
      insert into removed_versions (holder_id, diploma_id, version, standing)
      select holder_id, diploma_id, version, standing from removed
    )
    select awarded, is_current, sector, standing from removed
  `.execute(queries);
  return rows;
}

function pairs(diplomas: readonly Diploma[]) {
  const list = diplomas.map(({ diplomaId, holderId }) => ({
    holder: holderId,
    diploma: diplomaId,
  }));
  return sql`
    select holder, diploma from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb)
      as chosen (holder uuid, diploma uuid)
  `;
}
