import { exampleAccessRecords } from '@diplomaregister/contract/examples';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import {
  appearing,
  button,
  expectAccessible,
  expectToFit,
  inside,
  mount,
  startRegister,
  textOf,
} from '../test-support/page.ts';

async function setUp(lang: 'nl' | 'en') {
  const register = await startRegister();
  const token: { value: string } = { value: register.tokens.holder };
  const element = await mount('diploma-list', {
    lang,
    register: register.url,
    accessToken: () => token.value,
  });
  await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  return { register, element, token };
}

const announced = (element: DiplomaList) =>
  inside(element, '.card > [role=status]').textContent.trim();

const records = (element: DiplomaList) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.record') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  );

describe('who looked', () => {
  it('is told with name, way, diplomas and time in the Netherlands, by keyboard alone', async () => {
    const { element } = await setUp('nl');
    inside(element, '#access-records').focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    await appearing(element, '.record');
    expect(announced(element)).toBe('4 keer bekeken');
    expect(records(element)).toEqual([
      'Ziekenhuis De Linde 9 november 2026 om 14:40 Iemand opende de link die u voor deze ontvanger maakte, met de pincode. Te zien: Health Economics, Policy and Law · Opleiding tot Verpleegkundige',
      expect.stringMatching(/^Universiteit Oosterhaven, Deventer .* voor uw inschrijving/),
      expect.stringMatching(/^Sem van der Zande .* Maakte namens u een uittreksel\./),
      expect.stringMatching(/^Iemand met uw link en pincode .* zonder naam/),
    ]);
    await expectAccessible(element);
    await expectToFit(element, 320);

    inside(element, '.back').focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(inside(element, '#access-records')).toBe(element.shadowRoot?.activeElement);
  });

  it('is nobody yet', async () => {
    const { element, register } = await setUp('en');
    register.state.accessRecords.length = 0;
    await userEvent.click(inside(element, '#access-records'));
    await expect.poll(() => announced(element)).toBe('Nobody has looked yet');
  });

  it('is told of a way that a later contract may have, and of diplomas that are gone', async () => {
    const { element, register } = await setUp('en');
    register.state.accessRecords.length = 0;
    const later = { ...exampleAccessRecords[0], way: 'telepathy', diplomaIds: ['gone'] };
    register.state.accessRecords.push(JSON.parse(JSON.stringify(later)));
    await userEvent.click(inside(element, '#access-records'));
    await appearing(element, '.record');
    expect(records(element)[0]).toContain('Somebody else 9 November 2026');
    expect(records(element)[0]).toContain('Shown: a diploma that is no longer in your list');
  });

  it('never becomes markup', async () => {
    const { element, register } = await setUp('nl');
    const [record] = exampleAccessRecords;
    if (record?.way !== 'share-opened') throw new Error('The example is of another way');
    register.state.accessRecords.unshift({ ...record, receiver: '<img src=x>\u202Eevil' });
    await userEvent.click(inside(element, '#access-records'));
    await appearing(element, '.record');
    expect(textOf(element, '.who bdi')).toBe('<img src=x>\u202Eevil');
    expect(element.shadowRoot?.querySelector('img')).toBe(null);
  });

  it('is shown twenty at a time, and the focus goes on to the older ones', async () => {
    const { element, register } = await setUp('nl');
    const [record] = exampleAccessRecords;
    if (!record) throw new Error('There is no example');
    for (let count = 0; count < 20; count += 1) {
      register.state.accessRecords.push({ ...record, id: crypto.randomUUID() });
    }
    await userEvent.click(inside(element, '#access-records'));
    await appearing(element, '.record');
    expect(records(element)).toHaveLength(20);
    await userEvent.click(button(element, 'Laat oudere zien'));
    await element.updateComplete;
    expect(records(element)).toHaveLength(24);
    expect(inside(element, '.record:nth-child(21)')).toBe(element.shadowRoot?.activeElement);
  });

  it('can be asked again when that failed', async () => {
    const { element, register } = await setUp('nl');
    register.scenario = 'down';
    await userEvent.click(inside(element, '#access-records'));
    await appearing(element, '.panel .problem');
    register.scenario = 'normal';
    await userEvent.click(button(element, 'Probeer opnieuw'));
    await appearing(element, '.record');
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
  });

  it('is not for a token without the scope: another try is not offered', async () => {
    const { element, register, token } = await setUp('nl');
    token.value = register.tokens.scopeless;
    await userEvent.click(inside(element, '#access-records'));
    await appearing(element, '.panel .problem');
    expect(textOf(element, '.panel')).toContain('Deze site mag dit niet voor u');
    expect(element.shadowRoot?.querySelectorAll('.panel button')).toHaveLength(1);
  });
});
