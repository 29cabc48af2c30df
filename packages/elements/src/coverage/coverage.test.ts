import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  announcements,
  appearing,
  button,
  expectAccessible,
  expectToFit,
  inside,
  mount,
  startRegister,
  textOf,
} from '../test-support/page.ts';

/** The list of a holder of whom nothing is registered, or of one with diplomas. */
async function setUp(state: 'empty' | 'ready', lang = 'nl') {
  const register = await startRegister();
  if (state === 'empty') register.state.diplomas.clear();
  const element = await mount('diploma-list', {
    lang,
    register: register.url,
    accessToken: register.tokens.holder,
  });
  await expect.poll(() => element.matches(`:state(${state})`)).toBe(true);
  return { register, element };
}

describe('who misses a diploma', () => {
  it.each([
    ['nl', 'hoort in het register te staan, als de overheid uw school betaalde'],
    ['en', 'should be in the register if your school was publicly funded'],
  ])('is told in %s whether it should be there, by kind and year', async (lang, words) => {
    const { element } = await setUp('empty', lang);
    const kind = await appearing<HTMLSelectElement>(element, '#kind');
    await userEvent.selectOptions(kind, 'mbo');
    await userEvent.type(inside(element, '#year'), '200');
    expect(textOf(element, '.coverage [role=status]')).toBe('');
    for (const announcer of element.shadowRoot?.querySelectorAll('[role=status]') ?? []) {
      expect(getComputedStyle(announcer).display).not.toBe('none');
    }
    await userEvent.type(inside(element, '#year'), '9');
    await expect.poll(() => textOf(element, '.coverage [role=status]')).toContain(words);
    await userEvent.click(inside(element, '.years summary'));
    expect(textOf(element, '.years tbody tr:nth-child(4)')).toMatch(/ 2007 2012$/);
    await expectAccessible(element);
    await expectToFit(element, 320);
  });

  it('is not asked to report what is never in the register', async () => {
    const { element } = await setUp('empty');
    await userEvent.selectOptions(await appearing(element, '#kind'), 'doctorate');
    await expect.poll(() => textOf(element, '.answer')).toContain('staat niet in het register');
    expect(element.shadowRoot?.querySelector('#report-missing')).toBe(null);
  });

  it('opens the help below the diplomas, reports from there, and comes back to it', async () => {
    const { element, register } = await setUp('ready');
    expect(register.asked.some(({ url }) => url.endsWith('/coverage'))).toBe(false);
    const said = announcements(element);
    await userEvent.click(inside(element, '.coverage summary'));
    await appearing(element, '#kind');
    expect(said()).toEqual(['Een moment…', 'Wij zoeken op welke diploma’s erin staan…', '']);
    await userEvent.selectOptions(await appearing(element, '#kind'), 'hbo');
    await userEvent.click(inside(element, '#report-missing'));
    await appearing(element, '#report-institution');
    await userEvent.click(button(element, 'Mijn diploma’s'));
    await element.updateComplete;
    expect(inside(element, '#report-missing')).toBe(element.shadowRoot?.activeElement);
    expect(inside<HTMLSelectElement>(element, '#kind').value).toBe('hbo');
  });

  it('can try again when the register was away', async () => {
    const { element, register } = await setUp('ready');
    register.scenario = 'down';
    await userEvent.click(inside(element, '.coverage summary'));
    await expect.poll(() => element.shadowRoot?.querySelector('.coverage .problem')).toBeTruthy();
    register.scenario = 'normal';
    await userEvent.click(button(element, 'Probeer opnieuw'));
    await appearing(element, '#kind');
    expect(inside(element, '.coverage summary')).toBe(element.shadowRoot?.activeElement);
  });
});
