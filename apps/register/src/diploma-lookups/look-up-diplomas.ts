import type { DiplomaLookup } from '@diplomaregister/contract';
import type { Bsn } from '../access/bsn.ts';
import { recordAccess } from '../access-records/access-record.ts';
import { dayInTheNetherlands } from '../calendar/today.ts';
import { currentDiplomaColumns, toCurrentDiploma } from '../diplomas/current-diplomas.ts';
import { findHolder } from '../holders/holders.ts';
import { answeringInstitution } from '../institutions/successors.ts';
import { Problem } from '../problems/problem.ts';
import type { ReferenceInstitution } from '../reference/reference-set.ts';
import type { Register } from '../register.ts';
import { admissionSectors, toAdmissionDiploma } from './admission.ts';

/**
 * Finds the diplomas with which an institution may admit somebody, and records in the same
 * transaction that it looked.
 *
 * @throws {Problem} `institution-admits-nobody` for an institution that has closed, or has a successor.
 */
export async function lookUpDiplomas(
  register: Register,
  code: string,
  bsn: Bsn,
): Promise<DiplomaLookup> {
  const lookedUpAt = register.now();
  const { city, name, sectors } = await admittingInstitution(register, code, lookedUpAt);
  const wanted = sectors.flatMap((sector) => admissionSectors[sector]);
  return register.database.transaction().execute(async (transaction) => {
    const reader = { ...register, database: transaction, readDatabase: transaction };
    const holderId = await findHolder(reader, bsn);
    const rows = await transaction
      .selectFrom('diplomaVersions')
      .select(currentDiplomaColumns)
      .where('holderId', '=', holderId)
      .where('isCurrent', '=', true)
      .where('standing', '=', 'valid')
      .where('sector', 'in', wanted)
      .orderBy('awarded', 'desc')
      .orderBy('diplomaId', 'desc')
      .execute();
    await recordAccess(transaction, register, holderId, {
      way: 'institution-lookup',
      institution: { code, name, city },
      diplomaIds: rows.map(({ diplomaId }) => diplomaId),
    });
    return {
      lookedUpAt: lookedUpAt.toISOString(),
      diplomas: rows.map((row) => toAdmissionDiploma(toCurrentDiploma(register, row).content)),
    };
  });
}

async function admittingInstitution(
  { database, reference }: Pick<Register, 'database' | 'reference'>,
  code: string,
  at: Date,
): Promise<ReferenceInstitution> {
  const institution = reference.institution(code);
  const hasClosed = (institution?.closed ?? '9999-12-31') <= dayInTheNetherlands(at);
  if (institution === undefined || hasClosed) throw new Problem('institution-admits-nobody');
  if ((await answeringInstitution(database, code)) !== code) {
    const detail = 'Another institution answers for this one.';
    throw new Problem('institution-admits-nobody', { detail });
  }
  return institution;
}
