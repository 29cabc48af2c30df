import { type RawBuilder, sql } from 'kysely';
import { closeContent, openContent } from '../diplomas/diploma-content.ts';
import type { Register } from '../register.ts';
import { takePlaces } from '../status-lists/take-places.ts';
import { array } from '../store/arrays.ts';
import { insertInBatches } from '../store/insert-in-batches.ts';
import type { DiplomaVersionRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { awardDiploma } from './award-diploma.ts';
import type { Changed, KnownVersion, NewVersion } from './decide-lines.ts';

/**
 * Stores new versions, each with a place in a status list.
 *
 * @returns the lists in which statuses changed: a version can be superseded by a later line of the
 *   same delivery.
 */
export async function storeVersions(
  queries: Queries,
  register: Pick<Register, 'keys' | 'reference'>,
  created: readonly Changed<NewVersion>[],
  registeredAt: Date,
): Promise<number[]> {
  const places = await takePlaces(queries, created.length);
  const replaced = await findReplaced(queries, created);
  const changedLists: number[] = [];

  function* rows(): Generator<DiplomaVersionRow> {
    for (const [index, { version, standing, isCurrent }] of created.entries()) {
      const { awarded, digest, digestKeyId, diplomaId, holderId, line } = version;
      const place = places[index];
      if (place === undefined) throw new Error('Every version has a place in a status list.');
      const before = replaced.get(version.replaces?.diplomaId ?? '');
      const earlier = before && openContent(register, before);
      const content = awardDiploma(line, register.reference, earlier);
      if (standing !== 'valid') changedLists.push(place.statusList);
      yield {
        holderId,
        diplomaId,
        version: version.version,
        standing,
        isCurrent,
        sector: content.sector,
        level: content.level,
        scheme: content.programme.scheme,
        programme: content.programme.code,
        institution: content.institution.code,
        awarded,
        digest,
        digestKeyId,
        ...closeContent(register, version, content),
        ...place,
        registeredAt,
      };
    }
  }

  await insertInBatches(queries, 'diplomaVersions', rows());
  return changedLists;
}

type ContentRow = Pick<DiplomaVersionRow, 'diplomaId' | 'version' | 'content' | 'contentKeyId'>;

/** What the versions say that new ones come in the place of, by the id of their diploma. */
async function findReplaced(
  queries: Queries,
  created: readonly Changed<NewVersion>[],
): Promise<Map<string, ContentRow>> {
  const places = created.flatMap(({ version: { replaces } }) =>
    replaces === undefined
      ? []
      : { holder: replaces.holderId, diploma: replaces.diplomaId, version: replaces.version },
  );
  if (places.length === 0) return new Map();
  const { rows } = await sql<ContentRow>`
    select stored.diploma_id, stored.version, stored.content, stored.content_key_id
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
      as replaced(holder uuid, diploma uuid, version integer)
    join diploma_versions as stored on stored.holder_id = replaced.holder
      and stored.diploma_id = replaced.diploma
      and stored.version = replaced.version
  `.execute(queries);
  return new Map(rows.map((row) => [row.diplomaId, row]));
}

/**
 * Changes how versions from before stand, and so their statuses.
 *
 * @returns the lists in which statuses changed.
 */
export async function changeStandings(
  queries: Queries,
  changed: readonly Changed<KnownVersion>[],
): Promise<number[]> {
  if (changed.length === 0) return [];
  const states = changed.map(({ version, standing, isCurrent }) => ({
    holder: version.holderId,
    diploma: version.diplomaId,
    version: version.version,
    standing,
    current: isCurrent,
  }));
  await sql`
    update diploma_versions as stored
    set standing = state.standing, is_current = state.current
    from jsonb_to_recordset(${JSON.stringify(states)}::text::jsonb)
      as state(holder uuid, diploma uuid, version integer, standing text, current boolean)
    where stored.holder_id = state.holder
      and stored.diploma_id = state.diploma
      and stored.version = state.version
  `.execute(queries);
  return changed.flatMap(({ version }) => version.statusList ?? []);
}

/**
 * Withdraws the earlier versions of each diploma that is withdrawn. Otherwise an old extract of it
 * would only ask for a newer one.
 *
 * @returns the lists in which statuses changed.
 */
export async function withdrawEarlierVersions(
  queries: Queries,
  changes: readonly Changed<KnownVersion>[],
): Promise<number[]> {
  const withdrawn = changes
    .filter(({ version, standing }) => version.version > 1 && standing === 'withdrawn')
    .map(({ version }) => ({
      holder: version.holderId,
      diploma: version.diplomaId,
      version: version.version,
    }));
  if (withdrawn.length === 0) return [];
  const { rows } = await sql<Pick<DiplomaVersionRow, 'statusList'>>`
    update diploma_versions as stored
    set standing = 'withdrawn'
    from jsonb_to_recordset(${JSON.stringify(withdrawn)}::text::jsonb)
      as newest(holder uuid, diploma uuid, version integer)
    where stored.holder_id = newest.holder
      and stored.diploma_id = newest.diploma
      and stored.version < newest.version
      and stored.standing <> 'withdrawn'
    returning stored.status_list
  `.execute(queries);
  return rows.map(({ statusList }) => statusList);
}

type DiplomaOfRecord = Pick<NewVersion, 'holderId' | 'diplomaId'>;

/** Keeps which diploma a new record is. */
export async function storeRecords(
  queries: Queries,
  institution: string,
  records: ReadonlyMap<string, DiplomaOfRecord>,
): Promise<void> {
  if (records.size === 0) return;
  await sql`
    insert into records (institution, record_id, holder_id, diploma_id)
    select ${institution}, delivered.* from ${rowsOf(records)} as delivered
  `.execute(queries);
}

/** Keeps which diploma a record is from now on: that of another person. */
export async function changeRecords(
  queries: Queries,
  institution: string,
  records: ReadonlyMap<string, DiplomaOfRecord>,
): Promise<void> {
  if (records.size === 0) return;
  await sql`
    update records
    set holder_id = delivered.holder_id, diploma_id = delivered.diploma_id
    from ${rowsOf(records)} as delivered (record_id, holder_id, diploma_id)
    where records.institution = ${institution} and records.record_id = delivered.record_id
  `.execute(queries);
}

function rowsOf(records: ReadonlyMap<string, DiplomaOfRecord>): RawBuilder<unknown> {
  const diplomas = [...records.values()];
  const [holders, ids] = [
    diplomas.map(({ holderId }) => holderId),
    diplomas.map(({ diplomaId }) => diplomaId),
  ];
  return sql`unnest(
    ${array('text', [...records.keys()])}, ${array('uuid', holders)}, ${array('uuid', ids)}
  )`;
}
