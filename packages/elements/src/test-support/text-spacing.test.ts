import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { expect, it } from 'vitest';
import { appearing, button, expectToFitWithSpacing, inside, mount, startRegister } from './page.ts';

const narrow = 320;

it('<diploma-verify> has room for wider text: before, with a problem, and with verdicts', async () => {
  const { anchors, extracts, shares, url, ...register } = await startRegister();
  const element = await mount('diploma-verify', { lang: 'nl', register: url, anchors });
  await expectToFitWithSpacing(element, narrow);
  await element.verify({ shareCode: '7K3M', pin: '' });
  await element.updateComplete;
  await expectToFitWithSpacing(element, narrow);
  register.withdraw(exampleDiplomas.havo.id);
  register.supersede(exampleDiplomas.vocational.id);
  for (const input of [extracts.three, new File(['%PDF-1.7\n'], 'brief.pdf')]) {
    await element.verify(input);
    await element.updateComplete;
    inside(element, '.about summary').click();
    await expectToFitWithSpacing(element, narrow);
  }
  await element.verify({ shareCode: shares.expired.code, pin: shares.expired.pin });
  await element.updateComplete;
  await expectToFitWithSpacing(element, narrow);
});

it('<diploma-list> has room for wider text: diplomas, and all that can be opened', async () => {
  const register = await startRegister();
  const element = await mount('diploma-list', { lang: 'nl', register: register.url });
  await expectToFitWithSpacing(element, narrow);
  element.accessToken = register.tokens.holder;
  await appearing(element, '.share [id^=revoke-]');
  for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
    each.click();
  }
  inside(element, '[id^=revoke-]').click();
  inside(element, '.coverage summary').click();
  (await appearing(element, '.years summary')).click();
  await expectToFitWithSpacing(element, narrow);
  const share = `#share-${CSS.escape(exampleDiplomas.vwo.id)}`;
  for (const [opener, part] of [
    ['#access-records', '.record'],
    ['#correction-requests', '.record'],
    [share, '#receiver'],
  ] as const) {
    inside(element, opener).click();
    await appearing(element, part);
    await expectToFitWithSpacing(element, narrow);
    button(element, 'Mijn diploma’s').click();
    await element.updateComplete;
  }
  inside(element, share).click();
  (await appearing(element, '[type=submit]')).click();
  await appearing(element, '.qr');
  await expectToFitWithSpacing(element, narrow);
  expect(inside(element, '.pin').textContent).toMatch(/\d{6}/);
});
