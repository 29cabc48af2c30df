import type { AdmissionDiploma, AwardedDiploma, Sector } from '@diplomaregister/contract';

/** The sectors whose diplomas count for admission to each sector: its own, and those before it. */
export const admissionSectors: Readonly<Record<Sector, readonly Sector[]>> = {
  vo: ['vo'],
  mbo: ['vo', 'mbo'],
  ho: ['vo', 'mbo', 'ho'],
};

/** As much of a diploma as is needed to admit somebody: no marks, and no gender. */
export function toAdmissionDiploma({
  holder: { gender: _gender, ...holder },
  marks,
  ...awarded
}: AwardedDiploma): AdmissionDiploma {
  return { ...awarded, holder, ...(marks && { subjects: marks.map(({ subject }) => subject) }) };
}
