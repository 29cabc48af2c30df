import { describe, expect, it, onTestFinished } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { appearing, button, inside, mount, startRegister } from './page.ts';

interface MediaFeature {
  readonly name: 'forced-colors' | 'prefers-reduced-motion';
  readonly value: string;
}

declare module 'vitest/browser' {
  export interface CDPSession {
    send(
      method: 'Emulation.setEmulatedMedia',
      parameters: { readonly features: readonly MediaFeature[] },
    ): Promise<unknown>;
  }
}

/** What somebody told their device, until the end of the test. */
async function prefer(name: MediaFeature['name'], value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  onTestFinished(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });
  await expect.poll(() => matchMedia(`(${name}: ${value})`).matches).toBe(true);
}

describe('who asks for less motion', () => {
  it.each([
    ['no-preference', true],
    ['reduce', false],
  ] as const)('sees nothing move while both elements wait, with %s', async (preference, moves) => {
    await prefer('prefers-reduced-motion', preference);
    const register = await startRegister();
    register.scenario = 'slow';
    const { anchors, tokens, url } = register;
    const verify = await mount('diploma-verify', { anchors, register: url });
    void verify.verify(register.extracts.dutch);
    await expect.poll(() => verify.matches(':state(checking)')).toBe(true);
    const list = await mount('diploma-list', { accessToken: () => tokens.holder, register: url });
    for (const element of [verify, list]) {
      const moving = element.shadowRoot?.getAnimations() ?? [];
      expect(moving.length > 0, element.localName).toBe(moves);
    }
    verify.reset();
  });
});

describe('who forces colours', () => {
  const isDrawn = (element: Element) => {
    const { borderBlockEndColor, borderBlockEndStyle, backgroundColor } = getComputedStyle(element);
    return borderBlockEndStyle !== 'none' && borderBlockEndColor !== backgroundColor;
  };

  it('sees where a file goes, what can be pressed, and what has the focus', async () => {
    await prefer('forced-colors', 'active');
    const element = await mount('diploma-verify', { lang: 'en' });
    for (const each of ['.card', '.drop', '.button', '.input']) {
      expect(isDrawn(inside(element, each)), each).toBe(true);
    }
    await userEvent.keyboard('{Tab}');
    const focused = element.shadowRoot?.activeElement;
    expect(focused).toBe(button(element, 'Choose a file'));
    expect(focused && getComputedStyle(focused).outlineStyle).toBe('solid');
  });

  it.each(['genuine', 'not-an-extract'] as const)(
    'sees the verdict and its mark: %s',
    async (outcome) => {
      await prefer('forced-colors', 'active');
      const { anchors, extracts, url } = await startRegister();
      const element = await mount('diploma-verify', { anchors, register: url });
      const letter = new File(['%PDF-1.7\n%%EOF\n'], 'letter.pdf');
      await element.verify(outcome === 'genuine' ? extracts.dutch : letter);
      const banner = await appearing(element, '.banner');
      expect(isDrawn(banner)).toBe(true);
      const mark = banner.querySelector('svg > *');
      const cut = banner.querySelector('.cut');
      if (!mark || !cut) throw new Error('There is no mark');
      const shape = getComputedStyle(mark).fill;
      expect([
        getComputedStyle(banner).backgroundColor,
        getComputedStyle(cut).stroke,
      ]).not.toContain(shape);
      expect(getComputedStyle(inside(element, '.check')).borderBlockEndStyle).toBe('solid');
    },
  );

  it('can scan the QR code of a share: dark on white, as readers need it', async () => {
    await prefer('forced-colors', 'active');
    const register = await startRegister();
    const { tokens, url } = register;
    const element = await mount('diploma-list', {
      accessToken: () => tokens.holder,
      register: url,
    });
    (await appearing(element, '[id^=share-]')).click();
    (await appearing(element, '[type=submit]')).click();
    const code = await appearing(element, '.qr');
    expect(getComputedStyle(code).backgroundColor).toBe('rgb(255, 255, 255)');
    const modules = code.querySelector('path');
    expect(modules && getComputedStyle(modules).fill).toBe('rgb(0, 0, 0)');
  });
});
