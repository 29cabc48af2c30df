import { exampleDiplomas } from '@diplomaregister/contract/examples';
import type { DiplomaList } from '@diplomaregister/elements';
import type { MockRegister } from '@diplomaregister/mocks';
import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { startRegister } from './register.ts';

/** What the controls of a story of `<diploma-list>` change. */
export interface ListArguments {
  readonly headingLevel: number;
}

type Story = StoryObj<ListArguments>;

/** The element, and the register that its story begins with. */
export interface Scene {
  readonly element: DiplomaList;
  readonly register: MockRegister;
}

/** The element, with a way to sign in of the page. */
export function renderList(
  { headingLevel }: ListArguments,
  { globals }: { readonly globals: Readonly<Record<string, unknown>> },
): TemplateResult {
  return html`
    <diploma-list .headingLevel=${headingLevel}>
      <button slot="signed-out" type="button">${globals['language'] === 'en' ? 'Sign in' : 'Inloggen'}</button>
    </diploma-list>`;
}

/** A story that plays out on a register of its own; the holder signs in after `prepare`. */
export function scene(
  state: string,
  prepare: (register: MockRegister) => void = () => {},
  play: (scene: Scene) => Promise<void> = async () => {},
): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const element = canvasElement.querySelector('diploma-list');
    if (!element) throw new Error('There is no <diploma-list>');
    const register = await startRegister();
    prepare(register);
    element.register = register.url;
    element.accessToken = register.tokens.holder;
    await waitFor(() => expect(element.matches(`:state(${state})`)).toBe(true));
    if (state === 'ready') await waitFor(() => find(element, '.shares > ul, .shares > p'));
    await play({ element, register });
    await element.updateComplete;
  };
}

function find(element: DiplomaList, selector: string): Element {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

export async function click(element: DiplomaList, selector: string): Promise<void> {
  await userEvent.click(await appearing(element, selector));
  await element.updateComplete;
}

/** What a selector finds, once it is there. */
export function appearing(element: DiplomaList, selector: string): Promise<Element> {
  return waitFor(() => find(element, selector));
}

/** The selector of a button of the vwo diploma. */
export const ofVwo = (name: string) => `#${name}-${CSS.escape(exampleDiplomas.vwo.id)}`;

/** A holder of whom nothing is registered. */
export function nothingRegistered({ state }: MockRegister): void {
  state.diplomas.clear();
  state.shares.clear();
}

export const inEnglish = { language: 'en', scheme: 'light' };
export const inDark = { language: 'nl', scheme: 'dark' };
