import type { AwardedDiploma, RegisterLine } from '@diplomaregister/contract';
import { qualificationLevels } from '../diplomas/qualification.ts';
import type { Reference } from '../reference/reference.ts';

/**
 * What an accepted line says, with the names that the reference data have now: later readers see
 * institution and programme as they were called when the diploma came. A correction keeps the names
 * that `earlier`, the version before it, has. Without the BSN.
 */
export function awardDiploma(
  { holder, diploma }: RegisterLine,
  reference: Reference,
  earlier?: AwardedDiploma,
): AwardedDiploma {
  const { programme: delivered, institution: code, marks, ...award } = diploma;
  const { bsn: _stays, ...person } = holder;
  const { sector, level, ...programme } = found(
    reference.programme(delivered.scheme, delivered.code),
  );
  const institution = found(reference.institution(code));
  const subjects = earlier?.marks?.map(({ subject }) => subject);
  return {
    holder: person,
    sector,
    level,
    qualification: qualificationLevels[level],
    programme:
      earlier !== undefined && isSameProgramme(earlier, delivered) ? earlier.programme : programme,
    institution:
      earlier?.institution.code === code
        ? earlier.institution
        : { code, name: institution.name, city: institution.city },
    ...(marks && {
      marks: marks.map(({ subject, ...mark }) => ({
        subject:
          subjects?.find((known) => known.code === subject) ?? found(reference.subject(subject)),
        ...mark,
      })),
    }),
    ...award,
  };
}

function isSameProgramme(
  { programme: { code, scheme } }: AwardedDiploma,
  other: RegisterLine['diploma']['programme'],
): boolean {
  return scheme === other.scheme && code === other.code;
}

function found<Entry>(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('A line was accepted that the reference data refuse.');
  return entry;
}
