// A host adds a language at run time. Its texts stand between marks: any other text is from no catalogue.
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { expect, it } from 'vitest';
import { panelCatalogues } from '../language/panel-catalogues.ts';
import { verdictCatalogues } from '../language/verdict-catalogues.ts';
import { verifyCatalogues } from '../language/verify-catalogues.ts';
import { markedCatalogue, unmarkedTexts } from './marked-catalogue.ts';
import { appearing, inside, mount, startRegister, textOf } from './page.ts';

it('<diploma-verify> speaks a language that the host adds, and nothing but its catalogue', async () => {
  const { anchors, extracts, shares, url, ...register } = await startRegister();
  const { en: verify } = verifyCatalogues;
  const { en: verdict } = verdictCatalogues;
  if (!verify || !verdict) throw new Error('There is no English');
  const form = document.createElement('form');
  document.body.append(form);
  const element = await mount('diploma-verify', { lang: 'fy', register: url, anchors });
  form.append(element);
  // Without a catalogue for it, an unknown language reads English.
  expect(textOf(element, '.title')).toBe('Check a diploma');
  Object.assign(element, {
    name: 'diploma',
    required: true,
    catalogues: { fy: markedCatalogue({ ...verify, ...verdict }) },
  });
  await element.updateComplete;
  expect(textOf(element, '.title')).toBe('⟦Check a diploma⟧');
  expect([inside(element, '.card').lang, inside(element, '.card').dir]).toEqual(['fy-NL', 'rtl']);
  expect(element.validationMessage).toMatch(/^⟦.*⟧$/);
  expect(unmarkedTexts(element)).toEqual([]);
  const share = ({ code, pin }: { readonly code: string; readonly pin: string }) => ({
    shareCode: code,
    pin,
  });
  const checks = [
    () => extracts.dutch,
    () => new File(['%PDF-1.7\n'], 'letter.pdf'),
    () => new File(['a photo'], 'photo.jpg'),
    () => ({ shareCode: '7K3M', pin: '' }),
    () => share(shares.active),
    () => share(shares.revoked),
    () => {
      register.supersede(exampleDiplomas.vocational.id);
      register.withdraw(exampleDiplomas.havo.id);
      return extracts.three;
    },
  ];
  for (const input of checks) {
    await element.verify(input());
    await element.updateComplete;
    expect(unmarkedTexts(element)).toEqual([]);
  }
  form.remove();
});

it('<diploma-list> speaks a language that the host adds, and nothing but its catalogue', async () => {
  const register = await startRegister();
  const { en } = panelCatalogues;
  if (!en) throw new Error('There is no English');
  const element = await mount('diploma-list', {
    lang: 'fy',
    register: register.url,
    catalogues: { fy: markedCatalogue(en) },
  });
  expect(unmarkedTexts(element)).toEqual([]);
  element.accessToken = register.tokens.holder;
  await element.updateComplete;
  expect(unmarkedTexts(element)).toEqual([]);
  await appearing(element, '.share [id^=revoke-]');
  for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
    each.click();
  }
  inside(element, '[id^=revoke-]').click();
  inside(element, '.coverage summary').click();
  await appearing(element, '.years tbody');
  expect(unmarkedTexts(element)).toEqual([]);
  // Chromium has no Frisian dates: those of a Dutch diploma are Dutch then, and not the browser's.
  expect(textOf(element)).toContain('31 augustus 2021');
  expect(textOf(element)).toContain('⟦7 diplomas in the diploma register⟧');

  const id = CSS.escape(exampleDiplomas.vwo.id);
  for (const [opener, part, action, next] of [
    ['#access-records', '.record'],
    ['#correction-requests', '.record', '#new-report', '#report-text'],
    [`#report-${id}`, '#report-text', '[type=submit]', '#report-text-problem .problem'],
    [`#download-${id}`, '#choose-problem', '[type=submit]', '.number'],
    [`#share-${id}`, '#receiver', '[type=submit]', '.qr'],
  ] as const) {
    element.addEventListener('diploma-download', (event) => event.preventDefault());
    (await appearing(element, opener)).click();
    await appearing(element, part);
    expect(unmarkedTexts(element)).toEqual([]);
    if (action) {
      inside(element, action).click();
      await appearing(element, next);
      expect(unmarkedTexts(element)).toEqual([]);
    }
    while (element.shadowRoot?.querySelector('.back')) {
      inside(element, '.back').click();
      await element.updateComplete;
    }
  }
});
