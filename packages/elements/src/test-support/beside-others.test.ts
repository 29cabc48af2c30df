import { createMockRegister } from '@diplomaregister/mocks';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { define } from '../define/define.ts';
import { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import { button, mount, textOf } from './page.ts';

describe('two elements on one page', () => {
  it('have a register, anchors and a language of their own', async () => {
    const registers = await Promise.all(
      ['one', 'other'].map((name) =>
        createMockRegister({ url: `https://${name}.register.example/v1` }),
      ),
    );
    const asked = new Set<string>();
    vi.stubGlobal('fetch', (...input: Parameters<typeof fetch>) => {
      const request = new Request(...input);
      const register = registers.find(({ url }) => request.url.startsWith(url));
      // An element of an earlier test may still ask for something, of its own register.
      if (register) asked.add(register.url);
      return register?.fetch(request) ?? Promise.reject(new TypeError('There is no such register'));
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const [one, other] = registers;
    if (!one || !other) throw new Error('There are two registers');
    const ofOne = await mount('diploma-verify', {
      anchors: one.anchors,
      lang: 'nl',
      register: one.url,
    });
    const ofOther = await mount('diploma-verify', {
      anchors: other.anchors,
      lang: 'en',
      register: other.url,
    });
    const outcomes = [];
    for (const element of [ofOne, ofOther]) {
      asked.clear();
      outcomes.push((await element.verify(one.extracts.dutch))?.outcome);
      expect([...asked]).toEqual([element.register]);
    }
    expect(outcomes).toEqual(['genuine', 'not-an-extract']);
    await Promise.all([ofOne.updateComplete, ofOther.updateComplete]);
    expect(textOf(ofOne, '.verdict-title')).toBe('Dit uittreksel is echt');
    expect(textOf(ofOther, '.verdict-title')).toBe('This is not an extract');
  });
});

describe('a page that is ahead of its script', () => {
  it('has what it set on the tag before it was defined', async () => {
    // In a document without a window nothing is defined.
    const early = document.implementation.createHTMLDocument().createElement('diploma-verify');
    expect(early).not.toBeInstanceOf(DiplomaVerify);
    Object.assign(early, { disabled: true, headingLevel: 4, shareCode: '7K3M', lang: 'en' });
    document.body.append(early);
    onTestFinished(() => early.remove());
    expect(early).toBeInstanceOf(DiplomaVerify);
    await early.updateComplete;
    expect(early.shadowRoot?.querySelector('.title')?.getAttribute('aria-level')).toBe('4');
    expect(early.shadowRoot?.querySelector<HTMLInputElement>('#code')?.value).toBe('7K3M');
    expect(button(early, 'Check').matches(':disabled')).toBe(true);
  });
});

it('a second copy of the script leaves the first one at work', () => {
  const first = customElements.get('diploma-verify');
  define('diploma-verify', class extends DiplomaVerify {});
  expect(customElements.get('diploma-verify')).toBe(first);
});
