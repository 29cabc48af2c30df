import type { InputError } from '../index.ts';

/** Why a line is rejected beside what the contract's schemas say, and where in the line. */
export const lineErrors = {
  'line-too-long': 'The line is longer than 64 KiB.',
  'line-not-text': 'The line is not valid UTF-8.',
  'line-not-json': 'The line is not valid JSON.',
  'bsn-invalid': 'The BSN does not pass the eleven test.',
  'birth-date-not-past': 'The birth date does not lie in the past.',
  'birth-date-too-early': 'The birth date lies before 1800.',
  'award-in-future': 'The award lies in the future.',
  'award-too-early': 'The award lies before those that the register keeps.',
  'award-before-birth': 'The award lies before the birth of the holder.',
  'institution-mismatch': 'The access token is that of another institution.',
  'institution-succeeded': 'Another institution answers for the records of this one.',
  'institution-unknown': 'The register does not know this institution.',
  'institution-not-open': 'The institution was not open at the award.',
  'programme-unknown': 'The register does not know this programme.',
  'programme-not-offered': 'The institution does not teach in the sector of this programme.',
  'subject-unknown': 'The register does not know this subject.',
  'subject-twice': 'The subject has its marks in this diploma already.',
  'final-mark-not-whole': 'The final mark of a subject of vo is a whole number.',
  'record-unknown': 'The institution has no record of this name in the register.',
  'record-withdrawn':
    'The record was withdrawn, and stays so. If that was a mistake, register the diploma under another recordId.',
} as const satisfies Readonly<Record<string, string>>;

export type LineErrorCode = keyof typeof lineErrors;

/** Makes the reason of a rejection; without a pointer it is about the whole line. */
export function lineError(code: LineErrorCode, pointer?: string): InputError {
  const location = pointer === undefined ? {} : { location: { pointer } };
  return { in: 'body', ...location, code, detail: lineErrors[code] };
}
