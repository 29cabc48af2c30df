import type {
  AwardedDiploma,
  DeliveryLine,
  InputError,
  RegisterLine,
  Rejection,
} from '@diplomaregister/contract';
import {
  exampleInstitutions,
  exampleMarks,
  exampleProgrammes,
} from '@diplomaregister/contract/examples';
import type { Contract } from '../contract.ts';
import { awardedPart, type MockState, storeDiploma, withdrawDiploma } from '../state.ts';
import { checkLine } from './check-line.ts';

/** What a line did. */
export type LineEffect = 'registered' | 'corrected' | 'withdrawn' | 'unchanged';

type RefusedLine = Omit<Rejection, 'line'>;

/** Does what a line of a delivery asks, or says why not. */
export function applyLine(
  contract: Contract,
  state: MockState,
  text: string,
  now: Date,
): LineEffect | RefusedLine {
  const checked = checkLine(contract, text);
  if ('errors' in checked) return checked;
  const { line } = checked;
  return line.action === 'withdraw' ? withdraw(state, line) : register(state, line, now);
}

function withdraw(
  state: MockState,
  { recordId }: Extract<DeliveryLine, { action: 'withdraw' }>,
): LineEffect | RefusedLine {
  const known = [...state.diplomas.values()].find(({ record }) => record === recordId);
  if (!known) return refuse(recordId, 'record-unknown', 'There is no such record.');
  if (known.diploma.standing === 'withdrawn') return 'unchanged';
  withdrawDiploma(state, known);
  return 'withdrawn';
}

function register(state: MockState, line: RegisterLine, now: Date): LineEffect | RefusedLine {
  const { recordId } = line;
  const awarded = award(line);
  if ('errors' in awarded) return { recordId, ...awarded };
  const known = [...state.diplomas.values()].find(({ record }) => record === recordId);
  const isSame = known && JSON.stringify(awardedPart(known.diploma)) === JSON.stringify(awarded);
  if (isSame) return 'unchanged';
  if (known?.diploma.standing === 'withdrawn') {
    const detail = 'The record was withdrawn. Register the diploma under another recordId.';
    return refuse(recordId, 'record-withdrawn', detail);
  }
  storeDiploma(state, awarded, now, recordId);
  return known ? 'corrected' : 'registered';
}

/** Adds what the register knows: names and levels. The BSN stays behind. */
function award({ diploma, holder }: RegisterLine): AwardedDiploma | Pick<RefusedLine, 'errors'> {
  const institution = Object.values(exampleInstitutions).find(
    ({ code }) => code === diploma.institution,
  );
  const programme = Object.values(exampleProgrammes).find(
    ({ programme: { code, scheme } }) =>
      code === diploma.programme.code && scheme === diploma.programme.scheme,
  );
  const marks = diploma.marks?.map(({ subject, ...mark }) => ({
    subject: exampleMarks.find((example) => example.subject.code === subject)?.subject,
    ...mark,
  }));
  const errors: InputError[] = [];
  const miss = (pointer: string, code: string, detail: string) =>
    errors.push({ in: 'body', location: { pointer }, code, detail });
  if (!institution) miss('/diploma/institution', 'institution-unknown', 'It is not known.');
  if (!programme) miss('/diploma/programme', 'programme-unknown', 'It is not known.');
  marks?.forEach(({ subject }, index) => {
    if (!subject) miss(`/diploma/marks/${index}/subject`, 'subject-unknown', 'It is not known.');
  });
  if (!institution || !programme || errors.length > 0) return { errors };
  const { bsn: _bsn, ...person } = holder;
  return {
    holder: person,
    ...programme,
    institution,
    ...(marks && {
      marks: marks.flatMap(({ subject, ...mark }) => (subject ? [{ subject, ...mark }] : [])),
    }),
    ...('awardedOn' in diploma
      ? { awardedOn: diploma.awardedOn }
      : { awardedIn: diploma.awardedIn }),
  };
}

function refuse(recordId: string, code: string, detail: string): RefusedLine {
  return {
    recordId,
    errors: [{ in: 'body', location: { pointer: '/recordId' }, code, detail }],
  };
}
