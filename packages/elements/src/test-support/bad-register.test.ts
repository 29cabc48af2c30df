import { exampleDiplomas } from '@diplomaregister/contract/examples';
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

describe('a register with a newer contract', () => {
  it('that says more of a diploma is read for what is known', async () => {
    const register = await startRegister();
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const response = await register.fetch(new Request(...asked));
      const text = (await response.text()).replaceAll(
        '"standing":',
        '"since":{"a":[1]},"standing":',
      );
      return new Response(text, response);
    });
    const element = await mount('diploma-list', {
      register: register.url,
      accessToken: () => register.tokens.holder,
      lang: 'en',
    });
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
    expect(textOf(element)).toContain(exampleDiplomas.vwo.institution.name);
  });
});

describe('hostile words of a register', () => {
  const words = `<img src=x onerror=alert(1)> \u202Egnp ${'👩🏽‍🎓'.repeat(40)}${'W'.repeat(500)}`;

  it('are text in the list, and stay in their place at 320 pixels', async () => {
    const register = await startRegister();
    const { vwo } = exampleDiplomas;
    const programme = { ...vwo.programme, name: words };
    const institution = { ...vwo.institution, name: words };
    register.supersede(vwo.id, { programme, institution });
    const element = await mount('diploma-list', {
      register: register.url,
      accessToken: () => register.tokens.holder,
    });
    await expect.poll(() => element.matches(':state(ready)')).toBe(true);
    for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? []) {
      each.click();
    }
    await element.updateComplete;
    expect(inside(element, '.card').textContent).toContain('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).toBe(null);
    await expectToFit(element, 320);
  });
});
