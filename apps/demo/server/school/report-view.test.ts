import type { InputError } from '@diplomaregister/contract';
import { expect, it } from 'vitest';
import { reportView } from './report-view.ts';
import { schoolWords } from './school-words.ts';

const error = (code: string, pointer?: string): InputError => ({
  in: 'body',
  code,
  detail: `${code} of the register`,
  ...(pointer !== undefined && { location: { pointer } }),
});

function reasons(...errors: readonly InputError[]): readonly string[] {
  const rejection = { line: 1, recordId: 'A-1', errors };
  const counts = { registered: 0, corrected: 0, withdrawn: 0, unchanged: 0, rejected: 1 };
  const report = { ...counts, through: 1, lines: 1, parts: [], rejections: [rejection] };
  const { markup } = reportView(report, schoolWords.nl);
  return [...markup.matchAll(/<li>(.*?) <code>/g)].map(([, words = '']) => words);
}

it('names each field once, with the first reason why it was refused', () => {
  const name = '/holder/givenNames';
  expect(
    reasons(error('too-short', name), error('pattern', name), error('bsn-invalid', '/holder/bsn')),
  ).toEqual([
    'Voornamen: Vul dit in.',
    'Test-BSN: Het BSN slaagt niet voor de elfproef. Kijk of alle cijfers goed zijn.',
  ]);
});

it('leaves out no reason that is of no field, in the words of the register where it has no others', () => {
  expect(reasons(error('one'), error('two'))).toEqual([
    'one of the register',
    'two of the register',
  ]);
});
