import { randomUUID } from 'node:crypto';
import type { CorrectionProgress, RegisterLine } from '@diplomaregister/contract';
import type { NameChange } from './back-office.ts';
import type { School } from './school.ts';

/** The fields of a form as a browser posts them. */
export type Form = URLSearchParams;

const field = (form: Form, name: string) => (form.get(name) ?? '').trim();

export function readNameChange(form: Form): NameChange {
  return {
    givenNames: field(form, 'givenNames'),
    prefix: field(form, 'prefix'),
    familyName: field(form, 'familyName'),
  };
}

/** How far a request is; with words for its holder once the school is through with it. */
export function readProgress(form: Form): CorrectionProgress {
  const answer = field(form, 'answer').replace(/\r\n?/g, '\n');
  switch (form.get('status')) {
    case 'done':
      return { status: 'done', answer };
    case 'refused':
      return { status: 'refused', answer };
    default:
      return { status: 'in-progress' };
  }
}

/**
 * Turns the form of a new diploma into a line. What is wrong in it, the register says: the form
 * judges nothing.
 *
 * @returns nothing when the school does not teach the chosen programme.
 */
export function readNewDiploma(form: Form, school: School): RegisterLine | undefined {
  const programme = school.programmes.find(({ code }) => code === form.get('programme'));
  if (programme === undefined) return undefined;
  const { givenNames, prefix, familyName } = readNameChange(form);
  const bsn = field(form, 'bsn').replace(/\s/g, '');
  const awardedOn = field(form, 'awardedOn');
  const { scheme, code } = programme;
  return {
    action: 'register',
    recordId: `web-${randomUUID()}`,
    holder: {
      ...(bsn !== '' && { bsn }),
      givenNames,
      ...(prefix !== '' && { prefix }),
      familyName,
      birthDate: field(form, 'birthDate'),
    },
    diploma: {
      institution: school.institution,
      programme: { scheme, code },
      ...(form.has('monthOnly') ? { awardedIn: awardedOn.slice(0, 7) } : { awardedOn }),
    },
  };
}
