import { exampleExtracts } from '@diplomaregister/contract/examples';
import { expect, test } from 'vitest';
import { createExtractNumber, isExtractNumber, parseExtractNumber } from './number.ts';

test('a number is twelve random symbols with a check symbol', () => {
  const number = createExtractNumber(() =>
    Uint8Array.from([7, 19, 3, 20, 9, 23, 29, 10, 26, 2, 27, 13]),
  );

  expect(number).toBe('DR-7K3M-9QXA-T2VD-H');
  expect(isExtractNumber(number)).toBe(true);
});

test('the check symbol is that of Crockford: the number modulo 37', () => {
  // 0, 1 and 36 modulo 37, and 37 itself.
  expect(isExtractNumber('DR-0000-0000-0000-0')).toBe(true);
  expect(isExtractNumber('DR-0000-0000-0001-1')).toBe(true);
  expect(isExtractNumber('DR-0000-0000-0014-U')).toBe(true);
  expect(isExtractNumber('DR-0000-0000-0015-0')).toBe(true);
});

test('new numbers differ', () => {
  const numbers = new Set(Array.from({ length: 1_000 }, () => createExtractNumber()));

  expect(numbers.size).toBe(1_000);
  expect([...numbers].every(isExtractNumber)).toBe(true);
});

test.each(Object.entries(exampleExtracts))(
  'the number of the example %s is one',
  (_name, extract) => {
    expect(isExtractNumber(extract.number)).toBe(true);
  },
);

test('a number is read as people type it', () => {
  expect(parseExtractNumber(' dr 7k3m9qxa t2vd h ')).toBe('DR-7K3M-9QXA-T2VD-H');
  expect(parseExtractNumber('DR-oooo-oooo-oooi-1')).toBe('DR-0000-0000-0001-1');
});

test('one wrong symbol, or two that changed places, is found', () => {
  expect(parseExtractNumber('DR-7K3M-9QXA-T2VE-H')).toBeUndefined();
  expect(parseExtractNumber('DR-K73M-9QXA-T2VD-H')).toBeUndefined();
  expect(parseExtractNumber('DR-7K3M-9QXA-T2VD')).toBeUndefined();
  expect(parseExtractNumber('')).toBeUndefined();
  expect(isExtractNumber('dr-7k3m-9qxa-t2vd-h')).toBe(false);
});
