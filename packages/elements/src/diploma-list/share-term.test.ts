import { expect, it } from 'vitest';
import { isWithin, shareTerm } from './share-term.ts';

it('begins today in the Netherlands, proposes thirty days, and ends within a year', () => {
  // Late in the evening in UTC it is already the next day in the Netherlands.
  expect(shareTerm(new Date('2026-11-23T23:30:00Z'))).toEqual({
    first: '2026-11-24',
    proposed: '2026-12-24',
    last: '2027-11-24',
  });
});

it('stays within a year from a leap day', () => {
  expect(shareTerm(new Date('2028-02-29T12:00:00Z')).last).toBe('2029-02-28');
});

it('takes its first and last day, and none outside of them', () => {
  const term = shareTerm(new Date('2026-11-23T12:00:00Z'));
  expect(['2026-11-23', '2027-11-23'].every((day) => isWithin(term, day))).toBe(true);
  expect(['2026-11-22', '2027-11-24', '', 'morgen'].some((day) => isWithin(term, day))).toBe(false);
});
