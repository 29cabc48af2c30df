import { expect, it } from 'vitest';
import { Speech } from './speech.ts';

const dutch = new Speech({ locale: 'nl-NL', direction: 'ltr' });
const english = new Speech({ locale: 'en-GB', direction: 'ltr' });

it('writes days, months and moments as the language does, in Dutch time', () => {
  expect(dutch.date('2026-07-08')).toBe('8 juli 2026');
  expect(english.month('2019-06')).toBe('June 2019');
  expect(dutch.day('2026-12-31T23:30:00Z')).toBe('1 januari 2027');
  expect(english.moment('2026-07-08T12:05:00Z')).toContain('14:05');
});

it('keeps the decimals of a mark', () => {
  expect(dutch.decimal('8.0')).toBe('8,0');
  expect(english.decimal('7')).toBe('7');
});

it('takes the plural form of the number', () => {
  const forms = { one: '# diploma', other: '# diploma’s' };
  expect([0, 1, 2].map((count) => dutch.plural(count, forms))).toEqual([
    '0 diploma’s',
    '1 diploma',
    '2 diploma’s',
  ]);
});

it('shows what is no date as it came', () => {
  expect(dutch.date('<b>ooit</b>')).toBe('<b>ooit</b>');
});
