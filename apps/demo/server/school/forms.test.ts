import { expect, it } from 'vitest';
import { readNewDiploma, readProgress } from './forms.ts';
import type { School } from './school.ts';

const school: School = {
  institution: '98AA',
  name: 'Merelveld College',
  city: 'Zwolle',
  clientId: 'school-98aa',
  programmes: [{ scheme: 'elementcode', code: '0170', name: { nl: 'Vwo', en: 'Vwo' } }],
};

const typed = {
  givenNames: ' Anne ',
  prefix: '',
  familyName: 'Jansen',
  birthDate: '2008-02-03',
  bsn: '9999 00 122',
  programme: '0170',
  awardedOn: '2026-06-12',
};

it('makes a line of what was typed, and leaves out what was left empty', () => {
  expect(readNewDiploma(new URLSearchParams(typed), school)).toEqual({
    action: 'register',
    recordId: expect.stringMatching(/^web-/),
    holder: { bsn: '999900122', givenNames: 'Anne', familyName: 'Jansen', birthDate: '2008-02-03' },
    diploma: {
      institution: '98AA',
      programme: { scheme: 'elementcode', code: '0170' },
      awardedOn: '2026-06-12',
    },
  });
});

it('keeps only the month where only that is known', () => {
  const line = readNewDiploma(new URLSearchParams({ ...typed, monthOnly: 'on' }), school);
  expect(line?.diploma).toMatchObject({ awardedIn: '2026-06' });
  expect(line?.diploma).not.toHaveProperty('awardedOn');
});

it('knows no programme that the school does not teach', () => {
  expect(readNewDiploma(new URLSearchParams({ ...typed, programme: '0270' }), school)).toBe(
    undefined,
  );
});

it('reads how far a request is, with an answer only when the school is through with it', () => {
  const progress = (fields: Record<string, string>) => readProgress(new URLSearchParams(fields));
  expect(progress({ status: 'in-progress', answer: 'later' })).toEqual({ status: 'in-progress' });
  expect(progress({ status: 'done', answer: ' één\r\ntwee ' })).toEqual({
    status: 'done',
    answer: 'één\ntwee',
  });
  expect(progress({ status: 'refused' })).toEqual({ status: 'refused', answer: '' });
});
