import type { Verdict } from '@diplomaregister/contract';
import { adoptStyles, render } from 'lit';
import { expect, it, onTestFinished } from 'vitest';
import { Speech } from '../language/speech.ts';
import { verdictCatalogues } from '../language/verdict-catalogues.ts';
import { expectAccessible } from '../test-support/page.ts';
import { controls } from '../tokens/controls.styles.ts';
import { tokens } from '../tokens/tokens.styles.ts';
import { verdictStyles } from './verdict.styles.ts';
import { verdictView } from './verdict-view.ts';

function show(verdict: Verdict, language: 'nl' | 'en'): ShadowRoot {
  const words = verdictCatalogues[language];
  if (!words) throw new Error(`There is no catalogue for ${language}`);
  const place = document.createElement('div');
  place.lang = language;
  document.body.append(place);
  onTestFinished(() => place.remove());
  const nothing = () => {};
  const view = verdictView(verdict, {
    speech: new Speech(words),
    headingLevel: 2,
    busy: false,
    note: undefined,
    holder: undefined,
    onAgain: nothing,
    onRetry: nothing,
    onCorrect: nothing,
  });
  const root = place.attachShadow({ mode: 'open' });
  adoptStyles(root, [tokens, controls, verdictStyles]);
  render(view, root);
  return root;
}

const sealRevoked: Verdict = {
  outcome: 'seal-revoked',
  checkedAt: '2026-11-23T12:00:00Z',
  trust: 'pinned',
  checks: [
    { name: 'sealed-by-register', result: 'pass' },
    { name: 'unchanged', result: 'pass' },
    { name: 'seal-trusted', result: 'fail', reason: 'seal-revoked' },
    { name: 'diploma-stands', result: 'skipped' },
    { name: 'code-valid', result: 'skipped' },
  ],
};

it.each([
  ['nl', 'Dit zegel is niet geldig', 'Het zegel wordt vertrouwd Klopt niet'],
  ['en', 'This seal is not valid', 'The seal is trusted Not correct'],
] as const)(
  'says in %s that a seal was revoked, and which check failed',
  async (language, title, check) => {
    const root = show(sealRevoked, language);
    expect(root.querySelector('[role=heading]')?.textContent.trim()).toBe(title);
    const failed = root.querySelector('.check.fail')?.textContent ?? '';
    expect(failed.replaceAll(/\s+/g, ' ').trim()).toBe(check);
    expect(root.querySelector('[part=content]')).toBe(null);
    await expectAccessible(root.host);
  },
);

it('lists what was not checked of a file, and nothing that belongs to a share', () => {
  const root = show(sealRevoked, 'en');
  expect(root.querySelectorAll('.check')).toHaveLength(4);
  expect(root.querySelector('.check.skipped .result')?.textContent).toBe('Not checked');
});
