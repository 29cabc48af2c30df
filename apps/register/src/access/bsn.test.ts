import { expect, test } from 'vitest';
import { isBsn } from './bsn.ts';

test.each(['999990019', '999999990', '999900006'])('%s passes the eleven test', (number) => {
  expect(isBsn(number)).toBe(elevenTest(number));
});

test.each(['123456789', '000000000', '99999001', '9999900190', ' 99999001', 999990019, undefined])(
  '%s is no BSN',
  (value) => {
    expect(isBsn(value)).toBe(false);
  },
);

test('one digit changed is always noticed', () => {
  const bsn = '999990019';
  expect(isBsn(bsn)).toBe(true);
  for (let place = 0; place < bsn.length; place += 1) {
    for (const digit of '0123456789'.replace(bsn[place] ?? '', '')) {
      expect(isBsn(bsn.slice(0, place) + digit + bsn.slice(place + 1))).toBe(false);
    }
  }
});

/** The test as it is written down: 9 8 7 6 5 4 3 2 and -1. */
function elevenTest(number: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return sum % 11 === 0;
}
