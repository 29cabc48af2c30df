import { exampleCoverage } from '@diplomaregister/contract/examples';
import { expect, it } from 'vitest';
import { answerCoverage, type DiplomaKind } from './coverage-answer.ts';

const now = new Date('2026-11-26T12:00:00Z');
const answer = (kind: DiplomaKind, year: number, at = now) =>
  answerCoverage(exampleCoverage, kind, year, at);

it('says from which year a kind is in the register', () => {
  expect(answer('mbo', 2006)).toEqual({ outcome: 'too-early', from: 2007 });
  expect(answer('mbo', 2012)).toEqual({ outcome: 'covered', recent: false });
});

it('says when only institutions that the government pays for are in it', () => {
  const expected = { outcome: 'publicly-funded-only', privateFrom: 2012 };
  expect(answer('mbo', 2007)).toEqual(expected);
  expect(answer('mbo', 2011)).toEqual(expected);
});

it('knows kinds that only private institutions award, and kinds that they never do', () => {
  expect(answer('wft-exam', 2013)).toEqual({ outcome: 'too-early', from: 2014 });
  expect(answer('wft-exam', 2014)).toMatchObject({ outcome: 'covered' });
  expect(answer('vso', 2013)).toMatchObject({ outcome: 'covered' });
});

it('says that a new one may not have been delivered yet, also in the first weeks of a year', () => {
  expect(answer('hbo', 2026)).toEqual({ outcome: 'covered', recent: true });
  expect(answer('hbo', 2025)).toEqual({ outcome: 'covered', recent: false });
  expect(answer('hbo', 2025, new Date('2026-01-20T12:00:00Z'))).toMatchObject({ recent: true });
});

it('says that a kind is never in it, whatever the year', () => {
  expect(answer('doctorate', 2020)).toEqual({ outcome: 'elsewhere' });
  expect(answer('doctorate', Number.NaN)).toEqual({ outcome: 'elsewhere' });
});

it.each([1899, 2027, 20, 2010.5, Number.NaN])('refuses the year %s', (year) => {
  expect(answer('vo', year)).toEqual({ outcome: 'year-impossible' });
});
