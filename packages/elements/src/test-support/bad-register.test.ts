import { exampleDiplomas } from '@diplomaregister/contract/examples';
import type { MockRegister } from '@diplomaregister/mocks';
import { describe, expect, it, vi } from 'vitest';
import { button, expectToFit, inside, mount, startRegister, textOf } from './page.ts';

/** What a register may answer that is out of order: whatever it was asked. */
const answers: Readonly<Record<string, () => Response>> = {
  'a page to sign in on': () =>
    new Response('<h1>Wifi</h1>', { headers: { 'content-type': 'text/html' } }),
  'JSON that is said to be text': () =>
    new Response('{"items":[]}', { headers: { 'content-type': 'text/plain' } }),
  'JSON that is cut off': () =>
    new Response('{"items":[{"id":', { headers: { 'content-type': 'application/json' } }),
  'that it has too many requests': () =>
    new Response(null, { status: 429, headers: { 'retry-after': '3600' } }),
  'that it has failed': () =>
    new Response(null, { status: 500, headers: { 'retry-after': '3600' } }),
};

describe.each(Object.entries(answers))('a register that answers with %s', (_, answer) => {
  it('makes no verdict on a file or a code, and leaves a way on', async () => {
    const register = await startRegister();
    const element = await mount('diploma-verify', {
      register: register.url,
      anchors: register.anchors,
      lang: 'en',
    });
    vi.stubGlobal('fetch', async () => answer());
    const { code, pin } = register.shares.active;
    for (const input of [register.extracts.dutch, { shareCode: code, pin }]) {
      expect((await element.verify(input))?.outcome).toBe('inconclusive');
      await element.updateComplete;
      expect(textOf(element, '.verdict-title')).toBe('We cannot tell yet');
      expect(textOf(element)).not.toContain('Wifi');
      expect(button(element, 'Try again')).toBeTruthy();
    }
  });

  it('leaves the list empty of diplomas, and offers to try again', async () => {
    const register = await startRegister();
    vi.stubGlobal('fetch', async () => answer());
    const element = await mount('diploma-list', {
      register: register.url,
      accessToken: () => register.tokens.holder,
      lang: 'en',
    });
    await expect.poll(() => element.matches(':state(failed)')).toBe(true);
    expect(textOf(element)).not.toMatch(/Wifi|no diplomas/);
    vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) =>
      register.fetch(new Request(...asked)),
    );
    button(element, 'Try again').click();
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
  });
});

describe('a register that takes its time', () => {
  it('lets both elements say that they wait, and a check be given up', async () => {
    const register = await startRegister();
    register.scenario = 'slow';
    const { anchors, extracts, shares, tokens, url } = register;
    const verify = await mount('diploma-verify', { anchors, lang: 'en', register: url });
    const { code, pin } = shares.active;
    for (const input of [extracts.dutch, { shareCode: code, pin }]) {
      const done = verify.verify(input);
      await expect.poll(() => textOf(verify, '[role=status]')).toMatch(/checking|asking/i);
      verify.reset();
      expect(await done).toBe(undefined);
    }
    const list = await mount('diploma-list', {
      accessToken: () => tokens.holder,
      lang: 'en',
      register: url,
    });
    expect(list.matches(':state(loading)')).toBe(true);
    expect(textOf(list, '.card > [role=status]')).toContain('We are getting your diplomas');
  });
});

/** Answers as the register does, in which words of the contract are others. */
function answerOtherwise(register: MockRegister, words: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    const response = await register.fetch(new Request(...asked));
    if (!response.headers.get('content-type')?.includes('json')) return response;
    let text = await response.text();
    for (const [word, other] of Object.entries(words)) text = text.replaceAll(word, other);
    return new Response(text, response);
  });
}

describe('a register with a newer contract', () => {
  it('that says more of a diploma is read for what is known', async () => {
    const register = await startRegister();
    answerOtherwise(register, { '"standing":': '"since":{"a":[1]},"standing":' });
    const list = await mount('diploma-list', {
      accessToken: () => register.tokens.holder,
      lang: 'en',
      register: register.url,
    });
    await expect.poll(() => list.matches(':state(ready)')).toBe(true);
    expect(textOf(list)).toContain(exampleDiplomas.vwo.institution.name);
  });

  it('that has other sectors, levels and marks loses no diploma: they are shown as they came', async () => {
    const register = await startRegister();
    answerOtherwise(register, {
      '"sector":"vo"': '"sector":"pre-school"',
      '"level":"vwo"': '"level":"advanced"',
      '"final":"8"': '"final":"excellent"',
    });
    const element = await mount('diploma-list', {
      accessToken: () => register.tokens.holder,
      lang: 'en',
      register: register.url,
    });
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
    for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
      each.click();
    }
    await element.updateComplete;
    const text = textOf(element);
    for (const words of ['pre-school', 'advanced', 'excellent', 'Science and Technology']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/undefined|NaN/);
    const count = element.shadowRoot?.querySelectorAll('[part=diploma]').length;
    expect(textOf(element, '.card > [role=status]')).toContain(String(count));
  });

  it.each([
    ['property', { '"standing":': '"since":{"a":[1]},"standing":' }],
    ['outcome', { '"outcome":"genuine"': '"outcome":"outstanding"' }],
    ['standing', { '"standing":"valid"': '"standing":"suspended"' }],
    ['level', { '"level":"': '"level":"new-' }],
  ])('that gives a verdict with another %s gets no verdict from us', async (_, words) => {
    const register = await startRegister();
    answerOtherwise(register, words);
    const { code, pin } = register.shares.active;
    const element = await mount('diploma-verify', { lang: 'en', register: register.url });
    expect((await element.verify({ shareCode: code, pin }))?.outcome).toBe('inconclusive');
    await element.updateComplete;
    expect(button(element, 'Try again')).toBeTruthy();
  });
});

describe('hostile words of a register', () => {
  const emoji = '👩🏽‍🎓'.repeat(20);
  const markup = '<img src=x onerror=alert(1)>';
  const long = (length: number) => `${markup} \u202Egnp ${emoji}${'W'.repeat(length)}`;

  /** A diploma of which every name is hostile, delivered in the place of an example. */
  async function hostileRegister(length: number) {
    const register = await startRegister();
    const { vwo } = exampleDiplomas;
    const name = long(length);
    register.supersede(vwo.id, {
      holder: {
        ...vwo.holder,
        givenNames: `\u202Egnp &lt;img&gt; ${emoji}`,
        familyName: 'W'.repeat(200),
      },
      institution: { ...vwo.institution, name, city: name },
      marks: vwo.marks.map((mark) => ({ ...mark, subject: { code: '0000', name } })),
      programme: { ...vwo.programme, name, englishName: name },
    });
    return register;
  }

  it('are text in the list, and stay in their place at 320 pixels', async () => {
    const register = await hostileRegister(500);
    const element = await mount('diploma-list', {
      accessToken: () => register.tokens.holder,
      register: register.url,
    });
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
    for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
      each.click();
    }
    await element.updateComplete;
    expect(inside(element, 'tbody th').textContent).toContain(markup);
    expect(element.shadowRoot?.querySelector('img')).toBe(null);
    await expectToFit(element, 320);
  });

  it('are text in a verdict, and stay in their place at 320 pixels', async () => {
    const register = await hostileRegister(150);
    const shared = [...register.state.shares.values()].find(
      ({ share }) => share.state === 'active',
    );
    if (!shared) throw new Error('There is no share');
    const receiver = `\u202Egnp &lt;img&gt; ${'W'.repeat(80)}`;
    const share = { ...shared.share, diplomaIds: [exampleDiplomas.vwo.id], receiver };
    register.state.shares.set(share.id, { ...shared, share });
    const element = await mount('diploma-verify', { register: register.url });
    const verdict = await element.verify({ shareCode: shared.code, pin: shared.pin });
    expect(verdict?.outcome).toBe('genuine');
    await element.updateComplete;
    inside(element, '.about summary').click();
    expect(inside(element, '[part=content] .subtitle').textContent).toContain(markup);
    expect(inside(element, '.about').textContent).toContain(receiver);
    expect(element.shadowRoot?.querySelector('img')).toBe(null);
    await expectToFit(element, 320);
  });
});
