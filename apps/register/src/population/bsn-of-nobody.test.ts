import { expect, test } from 'vitest';
import { isBsn } from '../access/bsn.ts';
import { bsnOfNobody, bsnsOfNobody } from './bsn-of-nobody.ts';

test('every number passes the eleven test and is that of one person', () => {
  const people = Array.from({ length: 200_000 }, (_, at) => at * 45 - (at % 2));
  const numbers = people.map((person) => bsnOfNobody(Math.max(0, person)));

  expect(numbers.every(isBsn)).toBe(true);
  expect(new Set(numbers).size).toBe(new Set(people.map((person) => Math.max(0, person))).size);
});

test('the first nine thousand are numbers for tests, and all of them begin with a 9', () => {
  expect(bsnOfNobody(0)).toMatch(/^9999/);
  expect(bsnOfNobody(8_999)).toMatch(/^9999/);
  expect(bsnOfNobody(9_000)).toMatch(/^9998/);
  expect(bsnOfNobody(bsnsOfNobody - 1)).toMatch(/^9000000/);
  expect(() => bsnOfNobody(bsnsOfNobody)).toThrow(RangeError);
});
