import type { AwardedDiploma, RegisterLine } from '@diplomaregister/contract';

/**
 * What a line said, from what was kept of it: the way back of `awardDiploma`. The names of then are
 * left out, and the BSN is put back.
 */
export function deliveredDiploma(
  { holder, institution, marks, programme, ...rest }: AwardedDiploma,
  bsn: string | undefined,
): Pick<RegisterLine, 'holder' | 'diploma'> {
  const { level: _level, qualification: _qualification, sector: _sector, ...award } = rest;
  return {
    holder: { ...holder, ...(bsn !== undefined && { bsn }) },
    diploma: {
      ...award,
      institution: institution.code,
      programme: { scheme: programme.scheme, code: programme.code },
      ...(marks && {
        marks: marks.map(({ subject, ...mark }) => ({ ...mark, subject: subject.code })),
      }),
    },
  };
}
