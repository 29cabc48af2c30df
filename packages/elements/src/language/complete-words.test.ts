import { expect, it, vi } from 'vitest';
import { mount, startRegister, textOf } from '../test-support/page.ts';
import { completeWords } from './complete-words.ts';
import { verdictCatalogues } from './verdict-catalogues.ts';
import { verifyCatalogues } from './verify-catalogues.ts';

const ours = {
  title: 'Marks',
  until: (day: string) => `until ${day}`,
  opened: { one: 'once', other: '# times' },
  outcome: { title: 'Genuine', lead: 'Sealed', text: 'Ask for more' },
};

/** What plain JavaScript may give, whatever the types say. */
const given = (words: object) => words as typeof ours;

it('takes words of the host page as they are, also with other plural forms and without a text', () => {
  const theirs = {
    title: 'Sifers',
    until: (day: string) => `oant ${day}`,
    opened: { two: 'twa kear', other: '# kear' },
    outcome: { title: 'Echt', lead: 'Fersegele' },
  };
  const missing: string[] = [];
  expect(completeWords(given(theirs), ours, missing)).toEqual(theirs);
  expect(missing).toEqual([]);
});

it.each<[string, object, readonly string[]]>([
  ['nothing', {}, ['title', 'until', 'opened', 'outcome']],
  ['some', { ...ours, outcome: { title: 'Echt' } }, ['outcome.lead']],
  [
    'another type',
    { ...ours, title: 5, until: 'oant', opened: null },
    ['title', 'until', 'opened'],
  ],
  ['no form for all other numbers', { ...ours, opened: { one: 'ien kear' } }, ['opened.other']],
])('puts our words where there are none: %s', (_, theirs, missing) => {
  const places: string[] = [];
  const words = completeWords(given(theirs), ours, places);
  expect(places).toEqual(missing);
  expect(words.title).toEqual(expect.any(String));
  expect(words.until('8 July')).toContain('8 July');
  expect(words.opened.other).toBe('# times');
  expect(words.outcome.lead).toBe('Sealed');
});

it('an element says what is missing in English, and tells the console once', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { verify } = verifyCatalogues['nl'] ?? {};
  const { diploma, verdict } = verdictCatalogues['nl'] ?? {};
  if (!verify || !diploma || !verdict) throw new Error('There is no Dutch');
  const { intro: _, ...someVerify } = { ...verify, title: 'Kontrolearje in diploma' };
  const { compare: __, ...someVerdict } = verdict;
  const words = { verify: someVerify, diploma, verdict: someVerdict };
  const fy = { locale: 'fy-NL', direction: 'ltr', ...words } as never;
  const { anchors, extracts, url } = await startRegister();
  const element = await mount('diploma-verify', {
    anchors,
    catalogues: { fy },
    lang: 'fy',
    register: url,
  });
  expect(textOf(element, '.title')).toBe('Kontrolearje in diploma');
  expect(textOf(element, '[part=intro]')).toMatch(/^Is this diploma genuine/);
  await element.verify(extracts.dutch);
  await element.updateComplete;
  expect(textOf(element, '[part=compare]')).toMatch(/^Is it this person’s/);
  expect(textOf(element)).not.toContain('undefined');
  expect(told.mock.calls).toEqual([
    ['<diploma-verify> lacks words in "fy": verify.intro'],
    ['<diploma-verify> lacks words in "fy": verdict.compare'],
  ]);
  told.mockRestore();
});
