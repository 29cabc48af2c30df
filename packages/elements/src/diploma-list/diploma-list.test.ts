import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
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
import type { DiplomaList } from './diploma-list.ts';

async function setUp(properties: Partial<DiplomaList> = {}) {
  const register = await startRegister();
  const element = await mount('diploma-list', {
    register: register.url,
    accessToken: () => register.tokens.holder,
    ...properties,
  });
  return { register, element };
}

async function ready(properties: Partial<DiplomaList> = {}) {
  const { register, element } = await setUp(properties);
  await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  await expect.poll(() => element.shadowRoot?.querySelector('.share')).toBeTruthy();
  return { register, element };
}

describe('<diploma-list> is accessible and announces', () => {
  it('nobody is signed in', async () => {
    const { element, register } = await setUp({ accessToken: undefined, lang: 'en' });
    expect(element.matches(':state(signed-out)')).toBe(true);
    expect(textOf(element)).toContain('Sign in to see your diplomas');
    expect(register.asked).toEqual([]);
    await expectAccessible(element);
  });

  it('it is loading, and how many there are', async () => {
    const { element } = await setUp({ lang: 'nl' });
    expect(element.matches(':state(loading)')).toBe(true);
    await expectAccessible(element);
    const announced = () => inside(element, '.card > [role=status]').textContent;
    await expect.poll(announced).toBe('7 diploma’s in het Diplomaregister');
  });

  it('there are none', async () => {
    const { element, register } = await setUp({ accessToken: undefined, lang: 'en' });
    register.state.diplomas.clear();
    element.accessToken = register.tokens.holder;
    await expect.poll(() => element.matches(':state(empty)')).toBe(true);
    expect(await appearing(element, '.coverage[open] #kind')).toBeTruthy();
    await expectAccessible(element);
  });

  it.each(['nl', 'en'])('there are diplomas, in %s, also on a narrow screen', async (lang) => {
    const { element } = await ready({ lang });
    for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
      each.click();
    }
    await element.updateComplete;
    await expectAccessible(element);
    await expectToFit(element, 320);
  });
});

describe('<diploma-list> shows diplomas', () => {
  it('below a heading of the second level when the page names none', async () => {
    const { element } = await setUp();
    for (const level of ['3', 'three']) {
      element.setAttribute('heading-level', level);
      await element.updateComplete;
    }
    expect(inside(element, '.title').getAttribute('aria-level')).toBe('2');
    element.removeAttribute('heading-level');
    await element.updateComplete;
    expect(inside(element, '.title').getAttribute('aria-level')).toBe('2');
  });

  it('by sector, newest first, with months where the day is not known', async () => {
    const { element } = await ready({ lang: 'en' });
    const all = (selector: string) =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].map(
        ({ textContent }) => textContent.trim(),
      );
    expect(all('.sector > [role=heading]')).toEqual([
      'Higher education',
      'Vocational education',
      'Secondary education',
    ]);
    expect(all('.when')).toEqual([
      '31 August 2021',
      '6 July 2018',
      '7 July 2017',
      '3 July 2015',
      'June 2013',
      '17 June 2010',
      '18 June 2008',
    ]);
  });

  it('says in words that one was withdrawn, and offers no extract of it', async () => {
    const { element } = await ready({ lang: 'en' });
    const { id } = exampleDiplomas.withdrawn;
    expect(textOf(element)).toContain('The school has withdrawn this diploma');
    expect(element.shadowRoot?.querySelector(`#download-${CSS.escape(id)}`)).toBe(null);
  });

  it('with marks in the details', async () => {
    const { element } = await ready({ lang: 'nl' });
    const { vwo } = exampleDiplomas;
    const details = [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []),
    ][5];
    if (!details) throw new Error('There are no details');
    await userEvent.click(details);
    await element.updateComplete;
    expect(details.getAttribute('aria-expanded')).toBe('true');
    const rows = element.shadowRoot?.querySelectorAll('tbody tr') ?? [];
    expect(rows).toHaveLength(vwo.marks.length);
    expect(textOf(element, '.details')).toContain(vwo.holder.familyName);
  });

  it('asks to sign in when the register does not take the token, and shows them after it', async () => {
    const { element, register } = await setUp({ accessToken: undefined });
    register.scenario = 'signedOut';
    element.accessToken = register.tokens.holder;
    await expect.poll(() => element.shadowRoot?.querySelector('slot')).toBeTruthy();
    expect(element.matches(':state(signed-out)')).toBe(true);
    register.scenario = 'normal';
    await element.reload();
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  });

  it.each([
    ['nl', 'Log in met een extra controle'],
    ['en', 'Sign in with an extra check'],
  ])('asks for a stronger way to sign in, in %s, and shows them after it', async (lang, title) => {
    const { element, register } = await setUp({ accessToken: undefined, lang });
    register.scenario = 'weakSignIn';
    element.accessToken = register.tokens.holder;
    await expect.poll(() => element.matches(':state(too-weak)')).toBe(true);
    const announced = () => inside(element, '.card > [role=status]').textContent;
    await expect.poll(announced).toBe(title);
    expect(textOf(element, '.subtitle')).toBe(title);
    expect(inside(element, 'slot').getAttribute('name')).toBe('signed-out');
    await expectAccessible(element);
    register.scenario = 'normal';
    await element.reload();
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  });

  it('says that the register is away, and tries again without losing the focus', async () => {
    const { element, register } = await setUp({ accessToken: undefined, lang: 'en' });
    register.scenario = 'down';
    element.accessToken = register.tokens.holder;
    await expect.poll(() => element.matches(':state(failed)')).toBe(true);
    expect(textOf(element, '[role=alert]')).toContain('They are still in the register');
    await expectAccessible(element);

    register.scenario = 'normal';
    await userEvent.click(button(element, 'Try again'));
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
  });

  it('forgets everything when the holder signs out, and does not lose the focus', async () => {
    const { element } = await ready({ lang: 'en' });
    await userEvent.click(inside(element, `#share-${CSS.escape(exampleDiplomas.vwo.id)}`));
    (await appearing(element, '#receiver')).focus();
    element.accessToken = undefined;
    await element.updateComplete;
    expect(element.matches(':state(signed-out)')).toBe(true);
    expect(textOf(element)).not.toContain(exampleDiplomas.vwo.holder.familyName);
    expect(inside(element, '.card > [role=status]').textContent).toBe('');
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
  });

  it.each([
    ['the holder signed out', { accessToken: undefined }],
    ['the register is another one', { register: 'https://other.register.example/v1' }],
  ])('shows nothing that comes in after %s', async (_, change) => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { element, register } = await setUp({ accessToken: undefined, lang: 'en' });
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const request = new Request(...asked);
      if (!request.url.startsWith(register.url)) return new Response(null, { status: 404 });
      await answered;
      return register.fetch(request);
    });
    element.accessToken = () => register.tokens.holder;
    await element.updateComplete;
    const late = element.reload();
    Object.assign(element, change);
    await element.updateComplete;
    answer();
    await late;
    await element.updateComplete;
    expect(element.matches(':state(ready)')).toBe(false);
    expect(textOf(element)).not.toContain(exampleDiplomas.vwo.holder.familyName);
  });

  it.each([
    ['nothing', undefined],
    ['another text', 'the token of nobody'],
  ])(
    'forgets who was signed in, however soon the next is, after %s in between',
    async (_, between) => {
      const { element, register } = await ready({ lang: 'en' });
      await userEvent.click(inside(element, `#share-${CSS.escape(exampleDiplomas.vwo.id)}`));
      await appearing(element, '#receiver');
      register.state.diplomas.clear();
      element.accessToken = between;
      element.accessToken = () => register.tokens.holder;
      await element.updateComplete;
      expect(element.matches(':state(loading)')).toBe(true);
      expect(textOf(element, '.title')).toBe('My diplomas');
      expect(textOf(element)).not.toContain(exampleDiplomas.vwo.holder.familyName);
      await expect.poll(() => element.matches(':state(empty)')).toBe(true);
    },
  );

  it('does not fetch again for a new function of the same holder', async () => {
    const { element, register } = await ready();
    const before = register.asked.length;
    element.accessToken = () => register.tokens.holder;
    await element.updateComplete;
    expect(register.asked).toHaveLength(before);
  });
});

describe('<diploma-list> downloads', () => {
  it('an extract in the chosen language, and says so', async () => {
    const { element, register } = await ready({ lang: 'nl' });
    const downloaded = vi.fn((event: Event) => event.preventDefault());
    element.addEventListener('diploma-download', downloaded);
    const { master } = exampleDiplomas;
    await userEvent.click(inside(element, `#download-${CSS.escape(master.id)}`));
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    const english = await appearing(element, 'input[value=en]');
    await expectAccessible(element);
    await expectToFit(element, 320);
    await userEvent.click(english);
    await userEvent.click(button(element, 'Download pdf'));

    await expect.poll(() => downloaded.mock.calls.length).toBe(1);
    expect(downloaded.mock.calls[0]?.[0]).toMatchObject({
      request: { diplomaIds: [master.id], language: 'en' },
      extract: { number: register.state.extracts[0]?.number },
    });
    await expect.poll(() => textOf(element, '.title')).toBe('Uw uittreksel is klaar');
    // The page did something else with it.
    expect(textOf(element, '.panel')).not.toContain('downloads');
    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    await expectAccessible(element);
  });

  it('nothing without a choice, and goes to where one chooses', async () => {
    const { element, register } = await ready({ lang: 'en' });
    await userEvent.click(inside(element, `#download-${CSS.escape(exampleDiplomas.vwo.id)}`));
    const chosen = await appearing(element, 'input[name=diploma]');
    await userEvent.click(chosen);
    await userEvent.click(button(element, 'Download PDF'));
    await element.updateComplete;
    expect(textOf(element, '#choose-problem')).toBe('Choose at least one diploma.');
    expect(chosen).toBe(element.shadowRoot?.activeElement);
    expect(register.asked.some(({ url }) => url.endsWith('/extracts'))).toBe(false);
    await expectAccessible(element);
  });

  it('says that it failed, and lets one try again', async () => {
    const { element, register } = await ready({ lang: 'nl' });
    await userEvent.click(inside(element, `#download-${CSS.escape(exampleDiplomas.vwo.id)}`));
    register.scenario = 'down';
    const submit = await appearing(element, '[type=submit]');
    await userEvent.click(submit);
    await expect
      .poll(() => element.shadowRoot?.querySelector('[role=alert] .problem'))
      .toBeTruthy();
    await expectAccessible(element);
    register.scenario = 'normal';
    element.addEventListener('diploma-download', (event) => event.preventDefault());
    await userEvent.click(submit);
    await expect.poll(() => textOf(element, '.title')).toBe('Uw uittreksel is klaar');
  });

  it.each([
    ['a download', `#download-${CSS.escape(exampleDiplomas.vwo.id)}`, '[type=submit]'],
    ['a share', `#share-${CSS.escape(exampleDiplomas.vwo.id)}`, '[type=submit]'],
    ['the withdrawal of a share', '[id^=revoke-]', '#confirm-revoke'],
    ['who looked', '#access-records', undefined],
  ])('asks to sign in when the token is not taken any more for %s', async (_, opener, doer) => {
    const { element, register } = await ready({ lang: 'en' });
    const signIn = document.createElement('a');
    signIn.slot = 'signed-out';
    signIn.href = '#sign-in';
    signIn.textContent = 'Sign in';
    element.append(signIn);
    if (!doer) register.scenario = 'signedOut';
    await userEvent.click(inside(element, opener));
    register.scenario = 'signedOut';
    if (doer) await userEvent.click(await appearing(element, doer));
    await expect.poll(() => signIn.assignedSlot).toBeTruthy();
    expect(signIn.assignedSlot?.closest('[role=alert]')?.textContent).toContain(
      'You are not signed in',
    );
    await expectAccessible(element);
  });

  it('gives the focus back to where it came from', async () => {
    const { element } = await ready({ lang: 'nl' });
    const id = `#download-${CSS.escape(exampleDiplomas.vwo.id)}`;
    await userEvent.click(inside(element, id));
    await userEvent.click(button(element, 'Mijn diploma’s'));
    await element.updateComplete;
    expect(inside(element, id)).toBe(element.shadowRoot?.activeElement);
  });
});

describe('<diploma-list> shares', () => {
  it('a diploma, and tells link, PIN and QR code only here', async () => {
    const { element, register } = await ready({ lang: 'en' });
    const shared = vi.fn();
    document.addEventListener('diploma-share', shared);
    const { vwo } = exampleDiplomas;
    await userEvent.click(inside(element, `#share-${CSS.escape(vwo.id)}`));
    const receiver = await appearing(element, '#receiver');
    await expectAccessible(element);
    await expectToFit(element, 320);
    await userEvent.fill(receiver, 'Ziekenhuis De Linde');
    await userEvent.click(button(element, 'Make the link'));
    await expect.poll(() => textOf(element, '.title')).toBe('Your link is ready');
    document.removeEventListener('diploma-share', shared);

    expect(inside(element, '.title')).toBe(element.shadowRoot?.activeElement);
    const link = textOf(element, '.link');
    const code = link.slice(link.indexOf('#') + 1);
    const made = [...register.state.shares.values()].find((each) => each.code === code);
    expect(made?.share).toMatchObject({
      diplomaIds: [vwo.id],
      marks: false,
      receiver: 'Ziekenhuis De Linde',
    });
    expect(textOf(element, '.pin [aria-hidden]')).toBe(made?.pin);
    expect(inside(element, '.qr').getAttribute('aria-label')).toBe('QR code with the link');
    const { action, share } = shared.mock.calls[0]?.[0] ?? {};
    expect(action).toBe('made');
    expect(JSON.stringify(share)).not.toContain(code);
    await expectAccessible(element);
    await expectToFit(element, 320);
  });

  it('refuses a day outside of the term, at the field', async () => {
    const { element } = await ready({ lang: 'en' });
    await userEvent.click(inside(element, `#share-${CSS.escape(exampleDiplomas.vwo.id)}`));
    await userEvent.fill(await appearing(element, '#expires-on'), '2020-01-01');
    await userEvent.click(button(element, 'Make the link'));
    await element.updateComplete;
    expect(inside(element, '#expires-on')).toBe(element.shadowRoot?.activeElement);
    expect(textOf(element, '#expires-on-problem')).toContain('Choose a day');
    await expectAccessible(element);
  });

  it('and withdraws after asking', async () => {
    const { element, register } = await ready({ lang: 'en' });
    await userEvent.click(inside(element, '[id^=revoke-]'));
    await element.updateComplete;
    expect(inside(element, '#confirm-revoke')).toBe(element.shadowRoot?.activeElement);
    await expectAccessible(element);
    await userEvent.click(button(element, 'Yes, withdraw the link'));
    const announced = () => inside(element, '.card > [role=status]').textContent;
    await expect.poll(announced).toBe('The link has been withdrawn.');
    const states = [...register.state.shares.values()].map(({ share }) => share.state);
    expect(states).not.toContain('active');
    await expect.poll(() => element.shadowRoot?.querySelector('[id^=revoke-]')).toBe(null);
    expect(inside(element, '#shares')).toBe(element.shadowRoot?.activeElement);
  });

  it('and keeps to a withdrawal that is on its way, whatever is pressed meanwhile', async () => {
    const { element, register } = await ready({ lang: 'en' });
    const shared = vi.fn();
    element.addEventListener('diploma-share', shared);
    const letGo = holdChanges(register);
    await userEvent.click(inside(element, '[id^=revoke-]'));
    await userEvent.click(button(element, 'Yes, withdraw the link'));
    const no = button(element, 'No, keep it');
    expect(no.ariaDisabled).toBe('true');
    no.click();
    await element.updateComplete;
    letGo();
    await expect.poll(() => shared.mock.calls.map(([{ action }]) => action)).toEqual(['withdrawn']);
    await expect.poll(() => element.shadowRoot?.querySelector('.share')).toBeTruthy();
    expect(element.shadowRoot?.querySelector('[id^=revoke-], .confirm')).toBe(null);
    expect(inside(element, '#shares')).toBe(element.shadowRoot?.activeElement);
  });

  it('and lists the link that was on its way when the holder went back, without its secrets', async () => {
    const { element, register } = await ready({ lang: 'en' });
    const shared = vi.fn();
    element.addEventListener('diploma-share', shared);
    const letGo = holdChanges(register);
    const opener = `#share-${CSS.escape(exampleDiplomas.vwo.id)}`;
    await userEvent.click(inside(element, opener));
    await userEvent.fill(await appearing(element, '#receiver'), 'Museum Noord');
    await userEvent.click(button(element, 'Make the link'));
    await userEvent.click(button(element, 'My diplomas'));
    letGo();
    await expect
      .poll(() => element.shadowRoot?.querySelector('.shares')?.textContent)
      .toContain('Museum Noord');
    expect(inside(element, opener)).toBe(element.shadowRoot?.activeElement);
    expect(shared.mock.calls.map(([{ action }]) => action)).toEqual(['made']);
    await userEvent.click(inside(element, opener));
    expect(textOf(element, '.title')).toBe('Share with someone');
    expect(await appearing(element, '#receiver')).toBeTruthy();
  });

  it('and says nothing of a link that was on its way when the holder signed out', async () => {
    const { element, register } = await ready({ lang: 'en' });
    const shared = vi.fn();
    element.addEventListener('diploma-share', shared);
    const letGo = holdChanges(register);
    await userEvent.click(inside(element, `#share-${CSS.escape(exampleDiplomas.vwo.id)}`));
    await userEvent.click(await appearing(element, '[type=submit]'));
    await expect.poll(() => register.asked.some(({ method }) => method === 'POST')).toBe(true);
    element.accessToken = undefined;
    await element.updateComplete;
    letGo();
    await element.reload();
    expect(shared).not.toHaveBeenCalled();
  });
});
