import type { AwardedDiploma, RegisterLine } from '@diplomaregister/contract';
import { qualificationLevels } from '../diplomas/qualification.ts';
import type { Reference } from '../reference/reference.ts';

/**
 * What an accepted line says, with the names that the reference data have now: later readers see
 * institution and programme as they were called when the diploma came. Without the BSN.
 */
export function awardDiploma(
  { holder, diploma }: RegisterLine,
  reference: Reference,
): AwardedDiploma {
  const { programme: delivered, institution: code, marks, ...award } = diploma;
  const { bsn: _stays, ...person } = holder;
  const { sector, level, ...programme } = found(
    reference.programme(delivered.scheme, delivered.code),
  );
  const institution = found(reference.institution(code));
  return {
    holder: person,
    sector,
    level,
    qualification: qualificationLevels[level],
    programme,
    institution: { code, name: institution.name, city: institution.city },
    ...(marks && {
      marks: marks.map(({ subject, ...mark }) => ({
        subject: found(reference.subject(subject)),
        ...mark,
      })),
    }),
    ...award,
  };
}

function found<Entry>(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('A line was accepted that the reference data refuse.');
  return entry;
}
