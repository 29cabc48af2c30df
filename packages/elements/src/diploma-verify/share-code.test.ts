import { expect, it } from 'vitest';
import { readPin, readShareCode } from './share-code.ts';

it.each([
  ['as it is written', '7K3M-9QXA-T2VD-58HN-6CWP'],
  ['in lower case, with spaces', ' 7k3m 9qxa t2vd 58hn 6cwp '],
  ['with long dashes of a word processor', '7K3M–9QXA–T2VD–58HN–6CWP'],
  ['inside its link', 'https://check.example/check#7K3M-9QXA-T2VD-58HN-6CWP'],
])('reads a share code %s', (_how, typed) => {
  expect(readShareCode(typed)).toBe('7K3M-9QXA-T2VD-58HN-6CWP');
});

it('reads letters that look like digits as those', () => {
  expect(readShareCode('oOiIl-00000-00000-00000')).toBe('0011-1000-0000-0000-0000');
});

it.each(['', '7K3M', 'UUUU-UUUU-UUUU-UUUU-UUUU', '7K3M-9QXA-T2VD-58HN-6CWP-1'])(
  'refuses %s as a share code',
  (typed) => {
    expect(readShareCode(typed)).toBe(undefined);
  },
);

it('reads a PIN of six digits, and nothing else', () => {
  expect(readPin(' 482 716 ')).toBe('482716');
  expect(readPin('48271')).toBe(undefined);
  expect(readPin('48271a')).toBe(undefined);
});
