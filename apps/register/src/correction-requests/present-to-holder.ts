import type { CorrectionRequest, Institution } from '@diplomaregister/contract';
import { answeringInstitutions } from '../institutions/successors.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { openCorrection } from './correction-content.ts';

/** Requests as their holder sees them, each with the institution that answers it now. */
export async function toCorrectionRequests(
  queries: Queries,
  register: Pick<Register, 'keys' | 'reference'>,
  rows: readonly CorrectionRequestRow[],
): Promise<CorrectionRequest[]> {
  const answering = await answeringInstitutions(queries);
  return rows.map(
    (row): CorrectionRequest => ({
      ...matterOf(register, row),
      institution: nameOf(register, answering.get(row.institution) ?? row.institution),
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

function nameOf({ reference }: Pick<Register, 'reference'>, code: string): Institution {
  const institution = reference.institution(code);
  if (institution === undefined) throw new Error('A request went to an unknown institution.');
  return { code, name: institution.name, city: institution.city };
}
