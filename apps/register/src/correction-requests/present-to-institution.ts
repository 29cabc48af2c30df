import type { ReceivedCorrectionRequest } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { readBsns } from '../holders/holders.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow, DiplomaVersionRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { matterOf } from './present-to-holder.ts';

type Diploma = Pick<
  DiplomaVersionRow,
  'diplomaId' | 'sector' | 'level' | 'scheme' | 'programme' | 'awarded'
>;

/**
 * Requests as the institution sees them that answers them: with the BSN of each holder. Those of a holder
 * who was removed since they were read are left out.
 */
export async function toReceivedRequests(
  queries: Queries,
  register: Pick<Register, 'keys'>,
  rows: readonly CorrectionRequestRow[],
): Promise<ReceivedCorrectionRequest[]> {
  const bsns = await readBsns(
    queries,
    register,
    rows.map(({ holderId }) => holderId),
  );
  const diplomas = await findDiplomas(queries, rows);
  return rows.flatMap((row): ReceivedCorrectionRequest | [] => {
    const bsn = bsns.get(row.holderId);
    if (bsn === undefined) return [];
    const received = { ...matterOf(register, row), awardedBy: row.institution, holder: { bsn } };
    if (row.diplomaId === null) return { ...received, reason: 'missing' };
    const diploma = diplomas.get(row.diplomaId);
    return { ...received, reason: 'wrong', ...(diploma && { diploma: toDoubted(diploma) }) };
  });
}

/** The diplomas that are doubted, as they are now; those that moved to another holder are not. */
async function findDiplomas(
  queries: Queries,
  rows: readonly CorrectionRequestRow[],
): Promise<Map<string, Diploma>> {
  const doubted = rows.flatMap(({ diplomaId: diploma, holderId: holder }) =>
    diploma === null ? [] : [{ holder, diploma }],
  );
  if (doubted.length === 0) return new Map();
  const found = await sql<Diploma>`
    select versions.diploma_id, sector, level, scheme, programme, awarded
    from jsonb_to_recordset(${JSON.stringify(doubted)}::text::jsonb)
      as doubted(holder uuid, diploma uuid)
    join diploma_versions as versions
      on versions.holder_id = doubted.holder and versions.diploma_id = doubted.diploma
    where versions.is_current
  `.execute(queries);
  return new Map(found.rows.map((diploma) => [diploma.diplomaId, diploma]));
}

function toDoubted({ awarded, level, programme: code, scheme, sector }: Diploma) {
  const award = awarded.length === 10 ? { awardedOn: awarded } : { awardedIn: awarded };
  return { sector, level, programme: { scheme, code }, ...award };
}
