import { sql } from 'kysely';
import { array } from '../store/arrays.ts';
import type { Queries } from '../store/store.ts';
import type { KnownVersion } from './decide-lines.ts';

/** The current versions of an institution's records that the lines are about, by record id. */
export async function findKnownRecords(
  queries: Queries,
  institution: string,
  recordIds: ReadonlySet<string>,
): Promise<Map<string, KnownVersion>> {
  const rows = await queries
    .selectFrom('records')
    .innerJoin('diplomaVersions', (join) =>
      join
        .onRef('diplomaVersions.holderId', '=', 'records.holderId')
        .onRef('diplomaVersions.diplomaId', '=', 'records.diplomaId'),
    )
    // A diploma whose holder is gone is nobody's, as one of somebody without a BSN: it can be mended.
    .leftJoin('holders', 'holders.id', 'records.holderId')
    .select([
      'records.recordId',
      'diplomaVersions.holderId',
      'diplomaVersions.diplomaId',
      'diplomaVersions.version',
      'diplomaVersions.standing',
      'diplomaVersions.sector',
      'diplomaVersions.awarded',
      'diplomaVersions.digest',
      'diplomaVersions.statusList',
    ])
    .select((expression) => expression('holders.bsnHash', 'is', null).as('isAnonymous'))
    .where('records.institution', '=', institution)
    .where('diplomaVersions.isCurrent', '=', true)
    .where('records.recordId', 'in', sql<string>`(select unnest(${array('text', [...recordIds])}))`)
    .execute();
  return new Map(
    rows.map(({ recordId, isAnonymous, ...version }) => [
      recordId,
      { ...version, isAnonymous: Boolean(isAnonymous), origin: 'stored' },
    ]),
  );
}
