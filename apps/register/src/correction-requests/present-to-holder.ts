import type { CorrectionRequest, Institution } from '@diplomaregister/contract';
import { answeringInstitutions } from '../institutions/successors.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { openCorrection } from './correction-content.ts';

/**
 * Requests as their holder sees them, each with the institution that answers it now. That may have come
 * into the reference data since this process read them, so the database is asked who it is.
 */
export async function toCorrectionRequests(
  queries: Queries,
  register: Pick<Register, 'keys'>,
  rows: readonly CorrectionRequestRow[],
): Promise<CorrectionRequest[]> {
  const successors = await answeringInstitutions(queries);
  const answering = ({ institution }: CorrectionRequestRow) =>
    successors.get(institution) ?? institution;
  const institutions = await findInstitutions(queries, rows.map(answering));
  return rows.map(
    (row): CorrectionRequest => ({
      ...matterOf(register, row),
      institution: found(institutions.get(answering(row))),
      ...(row.diplomaId === null
        ? { reason: 'missing' }
        : { reason: 'wrong', diplomaId: row.diplomaId }),
    }),
  );
}

/** What holder and institution both see of a request. */
export function matterOf(register: Pick<Register, 'keys'>, row: CorrectionRequestRow) {
  return {
    id: row.requestId,
    ...openCorrection(register, row),
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

async function findInstitutions(
  queries: Queries,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Institution>> {
  if (codes.length === 0) return new Map();
  const rows = await queries
    .selectFrom('institutions')
    .select(['code', 'name', 'city'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((institution) => [institution.code, institution]));
}

function found(institution: Institution | undefined): Institution {
  if (institution === undefined) throw new Error('A request went to an unknown institution.');
  return institution;
}
