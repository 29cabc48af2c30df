import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { appearing, inside, mount, startRegister, textOf } from '../test-support/page.ts';
import type { DiplomaList } from './diploma-list.ts';

/** A list with diplomas and shares, and the focus on its first button. */
async function setUp() {
  const register = await startRegister();
  const element = await mount('diploma-list', {
    lang: 'en',
    register: register.url,
    accessToken: register.tokens.holder,
  });
  await expect.poll(() => element.shadowRoot?.querySelector('[id^=revoke-]')).toBeTruthy();
  return { register, element };
}

/** Goes on with Tab until the focus is on what a selector finds, once it is there. */
async function tabTo(element: DiplomaList, selector: string): Promise<void> {
  await appearing(element, selector);
  for (let steps = 0; steps < 60; steps += 1) {
    if (element.shadowRoot?.activeElement?.matches(selector)) return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`No way leads to ${selector} with Tab`);
}

/** Presses a key on what a selector finds. */
async function press(element: DiplomaList, selector: string, key: string): Promise<void> {
  await tabTo(element, selector);
  await userEvent.keyboard(key);
}

const id = CSS.escape(exampleDiplomas.vwo.id);

describe('by keyboard alone a holder', () => {
  it('downloads an extract of two diplomas in Dutch', async () => {
    const { element, register } = await setUp();
    const downloaded = vi.fn((event: Event) => event.preventDefault());
    element.addEventListener('diploma-download', downloaded);
    await press(element, `#download-${id}`, '{Enter}');
    await press(element, '.others summary', '{Enter}');
    await press(element, '.others input', ' ');
    await press(element, 'input[name=language]', '{ArrowUp}');
    await press(element, '[type=submit]', '{Enter}');
    await expect.poll(() => textOf(element, '.title')).toBe('Your extract is ready');
    const { request } = Object(downloaded.mock.calls[0]?.[0]);
    expect(request).toMatchObject({ language: 'nl' });
    expect(request.diplomaIds).toHaveLength(2);
    expect(register.state.extracts).toHaveLength(1);
    await press(element, '[part~=button-primary]', '{Enter}');
    await element.updateComplete;
    expect(inside(element, `#download-${id}`)).toBe(element.shadowRoot?.activeElement);
  });

  it('shares with marks and for somebody, and copies the link', async () => {
    const { element, register } = await setUp();
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press(element, `#share-${id}`, ' ');
    await press(element, 'input[name=marks]', ' ');
    await press(element, '#receiver', 'De Linde{Enter}');
    await expect.poll(() => textOf(element, '.title')).toBe('Your link is ready');
    const shares = [...register.state.shares.values()].map(({ share }) => share);
    expect(shares.at(-1)).toMatchObject({ marks: true, receiver: 'De Linde' });
    await press(element, '[part~=button-primary]', '{Enter}');
    await expect.poll(() => textOf(element, '.actions [role=status]')).toBe('The link was copied');
    expect(copied).toHaveBeenCalledWith(textOf(element, '.link'));
    copied.mockRestore();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    await element.updateComplete;
    expect(inside(element, `#share-${id}`)).toBe(element.shadowRoot?.activeElement);
  });

  it('withdraws a share, after a first thought', async () => {
    const { element, register } = await setUp();
    const active = () =>
      [...register.state.shares.values()].filter(({ share }) => share.state === 'active').length;
    const before = active();
    await press(element, '[id^=revoke-]', '{Enter}');
    await element.updateComplete;
    expect(inside(element, '#confirm-revoke')).toBe(element.shadowRoot?.activeElement);
    await userEvent.keyboard('{Tab}{Enter}');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).toMatch(/^revoke-/);
    expect(active()).toBe(before);
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    await userEvent.keyboard('{Enter}');
    await expect.poll(active).toBe(before - 1);
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('shares');
  });
});
