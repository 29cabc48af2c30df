import { expect, it, onTestFinished } from 'vitest';
import { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import { mount, textOf } from '../test-support/page.ts';
import { verdictCatalogues } from './verdict-catalogues.ts';
import { verifyCatalogues } from './verify-catalogues.ts';

it('takes a language that the host page adds, without touching another element', async () => {
  const { nl } = verifyCatalogues;
  const verdicts = verdictCatalogues['nl'];
  if (!nl || !verdicts) throw new Error('There is no Dutch');
  const verify = { ...nl.verify, title: 'Kontrolearje in diploma' };
  const fy = { ...verdicts, locale: 'fy-NL', direction: 'rtl', verify } as const;
  const frisian = await mount('diploma-verify', { lang: 'fy', catalogues: { fy } });
  const other = await mount('diploma-verify', { lang: 'fy' });
  expect(textOf(frisian, '.title')).toBe('Kontrolearje in diploma');
  expect(frisian.shadowRoot?.querySelector('.card')?.getAttribute('dir')).toBe('rtl');
  expect(textOf(other, '.title')).toBe('Check a diploma');
});

it('finds the language outside the shadow root that it stands in', async () => {
  const outer = document.createElement('div');
  outer.lang = 'nl';
  onTestFinished(() => outer.remove());
  document.body.append(outer);
  const element = new DiplomaVerify();
  outer.attachShadow({ mode: 'open' }).append(element);
  await element.updateComplete;
  expect(textOf(element, '.title')).toBe('Controleer een diploma');
  outer.lang = 'en';
  await expect.poll(() => textOf(element, '.title')).toBe('Check a diploma');
});

it('reads a language that is none as an unknown one', async () => {
  const element = await mount('diploma-verify', { lang: '<script>' });
  expect(element.shadowRoot?.querySelector('.title')?.textContent).toBeTruthy();
});
