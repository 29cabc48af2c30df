import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import {
  appearing,
  button,
  expectAccessible,
  expectToFit,
  holdChanges,
  inside,
  mount,
  startRegister,
  textOf,
} from '../test-support/page.ts';

const { vwo } = exampleDiplomas;

async function setUp(lang: 'nl' | 'en' = 'nl') {
  const register = await startRegister();
  const element = await mount('diploma-list', {
    lang,
    register: register.url,
    accessToken: register.tokens.holder,
  });
  await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  return { register, element };
}

const announced = (element: DiplomaList) =>
  inside(element, '.card > [role=status]').textContent.trim();

async function openForm(element: DiplomaList) {
  await userEvent.click(inside(element, '#correction-requests'));
  await userEvent.click(await appearing(element, '#new-report'));
  await appearing(element, '#report-institution');
}

/** Finds a school by keyboard alone, which is chosen since it is the only one, and writes something. */
async function fillIn(element: DiplomaList) {
  await userEvent.fill(inside(element, '#report-institution'), 'arnhem');
  await userEvent.keyboard('{Enter}');
  const found = await appearing<HTMLInputElement>(element, '.institutions input[value="98CC"]');
  expect(found.checked).toBe(true);
  await userEvent.fill(inside(element, '#report-text'), 'Verzorgende, 2009');
}

describe('reports', () => {
  it.each([
    ['nl', '2 meldingen', 'In behandeling', 'Antwoord van de school, op 19 maart 2026'],
    ['en', '2 reports', 'In progress', 'Answer from the school, on 19 March 2026'],
  ] as const)(
    'in %s are listed with how far they are and the answer',
    async (lang, count, state, answer) => {
      const { element } = await setUp(lang);
      await userEvent.click(inside(element, '#correction-requests'));
      await expect.poll(() => announced(element)).toBe(count);
      expect(textOf(element, '.record:first-child .tag')).toBe(state);
      expect(textOf(element, '.record:last-child')).toContain(answer);
      expect(textOf(element, '.record:last-child dd.answer')).toContain('uw naam verbeterd');
      expect(inside(element, '.record:last-child dd.answer').lang).toBe('nl');
      await expectAccessible(element);
      await expectToFit(element, 320);
    },
  );
});

describe('a holder reports', () => {
  it('that something is wrong in a diploma, and comes back to where that began', async () => {
    const { element, register } = await setUp();
    const reported = vi.fn();
    element.addEventListener('diploma-report', reported);
    const id = CSS.escape(vwo.id);
    await userEvent.click(inside(element, `article:has(#download-${id}) [aria-expanded]`));
    await userEvent.click(await appearing(element, `#report-${id}`));
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    const chosen = await appearing<HTMLSelectElement>(element, '#report-diploma');
    expect(chosen.value).toBe(vwo.id);
    await expectToFit(element, 320);
    await userEvent.fill(inside(element, '#report-text'), 'Mijn naam is Nóór.');
    await userEvent.click(button(element, 'Verstuur'));

    await expect.poll(() => textOf(element, '.title')).toBe('Uw melding is verstuurd');
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    expect(textOf(element)).toContain('Merelveld College');
    const [sent] = [...register.state.correctionRequests.values()].slice(-1);
    expect(sent).toMatchObject({ reason: 'wrong', diplomaId: vwo.id, text: 'Mijn naam is Nóór.' });
    expect(reported.mock.calls[0]?.[0]).toMatchObject({ request: { id: sent?.id } });
    await userEvent.click(button(element, 'Klaar'));
    await element.updateComplete;
    expect(inside(element, `#report-${id}`)).toBe(element.shadowRoot?.activeElement);
  });

  it('that one is missing, to a school that was found by its city', async () => {
    const { element, register } = await setUp();
    await openForm(element);
    await userEvent.type(inside(element, '#report-institution'), 'e{Enter}');
    await expect.poll(() => announced(element)).toBe('5 scholen gevonden');
    await expectToFit(element, 320);
    await userEvent.click(inside(element, '.institutions input'));
    await userEvent.fill(inside(element, '#report-institution'), 'lyceum zwolle arnhem');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => announced(element)).toContain('Geen school gevonden');
    await fillIn(element);
    await userEvent.click(button(element, 'Verstuur'));
    await expect.poll(() => textOf(element, '.title')).toBe('Uw melding is verstuurd');
    const [sent] = [...register.state.correctionRequests.values()].slice(-1);
    expect(sent).toMatchObject({ reason: 'missing', institution: { code: '98CC' } });
    await userEvent.click(button(element, 'Bekijk uw meldingen'));
    await expect.poll(() => announced(element)).toBe('3 meldingen');
  });

  it('and finds it among the others, having gone back to them before it was sent', async () => {
    const { element, register } = await setUp('en');
    const reported = vi.fn();
    element.addEventListener('diploma-report', reported);
    const letGo = holdChanges(register);
    await openForm(element);
    await fillIn(element);
    await userEvent.click(button(element, 'Send'));
    await userEvent.click(button(element, 'Your reports'));
    await expect.poll(() => announced(element)).toBe('2 reports');
    letGo();
    await expect.poll(() => announced(element)).toBe('3 reports');
    expect(textOf(element, '.record:first-child')).toContain('Verzorgende, 2009');
    expect(inside(element, '#new-report')).toBe(element.shadowRoot?.activeElement);
    expect(reported).toHaveBeenCalledTimes(1);
  });

  it('and the page hears of it, also when the holder left before it was sent', async () => {
    const { element, register } = await setUp('en');
    const reported = vi.fn();
    element.addEventListener('diploma-report', reported);
    const letGo = holdChanges(register);
    const id = CSS.escape(vwo.id);
    await userEvent.click(inside(element, `article:has(#download-${id}) [aria-expanded]`));
    await userEvent.click(await appearing(element, `#report-${id}`));
    await userEvent.fill(await appearing(element, '#report-text'), 'Mijn naam is Nóór.');
    await userEvent.click(button(element, 'Send'));
    await userEvent.click(button(element, 'My diplomas'));
    letGo();
    await expect.poll(() => reported.mock.calls.length).toBe(1);
    await element.updateComplete;
    expect(textOf(element, '.title')).toBe('My diplomas');
    expect(inside(element, `#report-${id}`)).toBe(element.shadowRoot?.activeElement);
  });

  it('and is told at the fields all that is missing', async () => {
    const { element } = await setUp('en');
    await openForm(element);
    await userEvent.click(button(element, 'Send'));
    await element.updateComplete;
    expect(textOf(element, '#report-institution-problem')).toBe('Find your school and choose it.');
    expect(textOf(element, '#report-text-problem')).toBe('Write what the school needs to know.');
    expect(inside(element, '#report-institution')).toBe(element.shadowRoot?.activeElement);
    expect(inside(element, '#report-text').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(element);
  });

  it.each([
    ['nl', 'en'],
    ['en', undefined],
  ] as const)(
    'in %s, with an option for a programme of which the only name is English',
    async (lang, marked) => {
      const { element } = await setUp(lang);
      await openForm(element);
      await userEvent.click(inside(element, 'input[value=wrong]'));
      const options = await appearing(element, '#report-diploma');
      const languageOf = ({ id }: { readonly id: string }) =>
        options.querySelector(`option[value="${id}"]`)?.getAttribute('lang') ?? undefined;
      expect(languageOf(exampleDiplomas.master)).toBe(marked);
      expect(languageOf(vwo)).toBe(undefined);
    },
  );

  it('about a diploma that has gone meanwhile, and is told so at the field', async () => {
    const { element, register } = await setUp();
    await openForm(element);
    await userEvent.click(inside(element, 'input[value=wrong]'));
    await userEvent.selectOptions(await appearing(element, '#report-diploma'), vwo.id);
    await userEvent.fill(inside(element, '#report-text'), 'Mijn naam');
    register.state.diplomas.delete(vwo.id);
    await userEvent.click(button(element, 'Verstuur'));
    await appearing(element, '#report-diploma-problem .problem');
    expect(inside(element, '#report-diploma')).toBe(element.shadowRoot?.activeElement);
    expect(element.shadowRoot?.querySelector('form > [role=alert] .problem')).toBe(null);
  });

  it('no more than the register takes in a day, and loses nothing of the text', async () => {
    const { element, register } = await setUp('en');
    const createdAt = new Date(Date.now() - 60_000).toISOString();
    const [request] = register.state.correctionRequests.values();
    if (!request) throw new Error('There is no example');
    for (let count = 0; count < 5; count += 1) {
      const id = crypto.randomUUID();
      register.state.correctionRequests.set(id, { ...request, id, createdAt });
    }
    await openForm(element);
    await fillIn(element);
    await userEvent.click(button(element, 'Send'));
    await appearing(element, 'form > [role=alert] .problem');
    expect(textOf(element, 'form > [role=alert]')).toMatch(/another one after \d+ \w+ \d{4} at/);
    expect(inside<HTMLTextAreaElement>(element, '#report-text').value).toBe('Verzorgende, 2009');
  });

  it('once, also when the answer to the first press gets lost', async () => {
    const { element, register } = await setUp();
    await openForm(element);
    await fillIn(element);
    expect(textOf(element, '#report-text-hint')).toContain('maximaal 2.000 tekens');
    const before = register.state.correctionRequests.size;
    const { fetch: answering } = globalThis;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      await answering(...request);
      throw new TypeError('The answer got lost');
    });
    await userEvent.click(button(element, 'Verstuur'));
    await appearing(element, 'form > [role=alert] .problem');
    vi.stubGlobal('fetch', answering);
    await userEvent.click(button(element, 'Verstuur'));
    await expect.poll(() => textOf(element, '.title')).toBe('Uw melding is verstuurd');
    expect(register.state.correctionRequests.size).toBe(before + 1);
  });

  it('and says what to do when the holder is no longer signed in', async () => {
    const { element, register } = await setUp();
    await openForm(element);
    await fillIn(element);
    register.scenario = 'signedOut';
    await userEvent.click(button(element, 'Verstuur'));
    await appearing(element, 'form > [role=alert] .problem');
    expect(textOf(element, 'form > [role=alert]')).toContain('U bent niet meer ingelogd');
  });
});
