import type {
  AwardedDiploma,
  DeliveryLine,
  RegisterLine,
  Rejection,
} from '@diplomaregister/contract';
import {
  exampleInstitutions,
  exampleListedInstitutions,
  exampleMarks,
  exampleProgrammes,
} from '@diplomaregister/contract/examples';
import { type LineReference, lineError } from '@diplomaregister/contract/problems';
import type { Contract } from '../contract.ts';
import {
  awardedPart,
  dayInTheNetherlands,
  type MockState,
  mockInstitution,
  storeDiploma,
  withdrawDiploma,
} from '../state.ts';
import { checkLine } from './check-line.ts';

/** What a line did. */
export type LineEffect = 'registered' | 'corrected' | 'withdrawn' | 'unchanged';

type RefusedLine = Omit<Rejection, 'line'>;

/** It delivers for all that are known, as if it were the successor of the others. */
const answeredInstitutions: ReadonlySet<string> = new Set(
  Object.values(exampleInstitutions).map(({ code }) => code),
);

/** A diploma from its award, as the register keeps it. */
const yearsKept = 60;

const reference: LineReference = {
  institution: (code) => exampleListedInstitutions.find((each) => each.code === code),
  programme: findProgramme,
  subject: findSubject,
};

/** Does what a line of a delivery asks, or says why not. */
export function applyLine(
  contract: Contract,
  state: MockState,
  text: string,
  now: Date,
): LineEffect | RefusedLine {
  const today = dayInTheNetherlands(now);
  const checked = checkLine(contract, text, {
    institution: mockInstitution.code,
    answeredInstitutions,
    reference,
    today,
    firstMonth: `${Number(today.slice(0, 4)) - yearsKept}${today.slice(4, 7)}`,
  });
  if ('errors' in checked) return checked;
  const { line } = checked;
  return line.action === 'withdraw' ? withdraw(state, line) : register(state, line, now);
}

function withdraw(
  state: MockState,
  { recordId }: Extract<DeliveryLine, { action: 'withdraw' }>,
): LineEffect | RefusedLine {
  const known = [...state.diplomas.values()].find(({ record }) => record === recordId);
  if (!known) return refuse(recordId, 'record-unknown');
  if (known.diploma.standing === 'withdrawn') return 'unchanged';
  withdrawDiploma(state, known);
  return 'withdrawn';
}

function register(state: MockState, line: RegisterLine, now: Date): LineEffect | RefusedLine {
  const { recordId } = line;
  const awarded = award(line);
  const known = [...state.diplomas.values()].find(({ record }) => record === recordId);
  const isSame = known && JSON.stringify(awardedPart(known.diploma)) === JSON.stringify(awarded);
  if (isSame) return 'unchanged';
  if (known?.diploma.standing === 'withdrawn') return refuse(recordId, 'record-withdrawn');
  storeDiploma(state, awarded, now, recordId);
  return known ? 'corrected' : 'registered';
}

/** Adds what the register knows: names and levels. The BSN stays behind. */
function award({ diploma, holder }: RegisterLine): AwardedDiploma {
  const institution = Object.values(exampleInstitutions).find(
    ({ code }) => code === diploma.institution,
  );
  const programme = findProgramme(diploma.programme.scheme, diploma.programme.code);
  if (!institution || !programme) throw new TypeError('The line was not checked');
  const marks = diploma.marks?.flatMap(({ subject: code, ...mark }) => {
    const subject = findSubject(code);
    return subject ? [{ subject, ...mark }] : [];
  });
  const { bsn: _bsn, ...person } = holder;
  return {
    holder: person,
    ...programme,
    institution,
    ...(marks && { marks }),
    ...('awardedOn' in diploma
      ? { awardedOn: diploma.awardedOn }
      : { awardedIn: diploma.awardedIn }),
  };
}

function findProgramme(scheme: string, code: string) {
  return Object.values(exampleProgrammes).find(
    ({ programme }) => programme.scheme === scheme && programme.code === code,
  );
}

function findSubject(code: string) {
  return exampleMarks.find(({ subject }) => subject.code === code)?.subject;
}

function refuse(recordId: string, code: 'record-unknown' | 'record-withdrawn'): RefusedLine {
  return { recordId, errors: [lineError(code, '/recordId')] };
}
