import '@diplomaregister/elements/diploma-list';
import '@diplomaregister/elements/diploma-verify';
import type { DiplomaList, DiplomaVerify } from '@diplomaregister/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { startRegister } from './register.ts';
import './themes.css';

interface Arguments {
  readonly theme: 'neutral' | 'municipality' | 'dark';
}

type Story = StoryObj<Arguments>;

/** How a theme makes some parts look, as the browser computes it. */
interface Look {
  readonly button: Partial<CSSStyleDeclaration>;
  readonly banner: Partial<CSSStyleDeclaration>;
  readonly card: Partial<CSSStyleDeclaration>;
  /** Of the element itself, while its verdict is good. */
  readonly element?: Partial<CSSStyleDeclaration>;
}

const meta: Meta<Arguments> = {
  title: 'themes',
  render: ({ theme }) => html`
    <div class="page theme-${theme}">
      <diploma-verify></diploma-verify>
      <br />
      <diploma-list></diploma-list>
    </div>`,
};

export default meta;

/** Both elements with something to see, held against the look of the theme. */
function looking(look: Look): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const verify = canvasElement.querySelector<DiplomaVerify>('diploma-verify');
    const list = canvasElement.querySelector<DiplomaList>('diploma-list');
    if (!verify || !list) throw new Error('An element is missing');
    const { url, anchors, extracts, tokens } = await startRegister();
    Object.assign(verify, { register: url, anchors });
    Object.assign(list, { register: url, accessToken: tokens.holder });
    await verify.verify(extracts.dutch);
    await waitFor(() => expect(list.matches(':state(ready)')).toBe(true));
    await waitFor(() => expect(list.shadowRoot?.querySelector('.shares ul')).toBeTruthy());
    list.shadowRoot?.querySelector<HTMLElement>('[id^=revoke-]')?.click();
    await list.updateComplete;
    const part = (element: HTMLElement, name: string) =>
      element.shadowRoot?.querySelector(`[part~=${name}]`);
    expectLook(part(list, 'button-primary'), look.button);
    expectLook(part(verify, 'verdict'), look.banner);
    expectLook(part(list, 'card'), look.card);
    expectLook(verify, look.element ?? { outlineStyle: 'none' });
  };
}

function expectLook(element: Element | null | undefined, look: Partial<CSSStyleDeclaration>): void {
  if (!element) throw new Error('There is nothing to look at');
  expect(getComputedStyle(element)).toMatchObject(look);
}

export const Neutral: Story = {
  args: { theme: 'neutral' },
  play: looking({
    button: { backgroundColor: 'rgb(10, 79, 125)', textTransform: 'none' },
    banner: { backgroundColor: 'rgb(10, 100, 55)' },
    card: { backgroundColor: 'rgb(255, 255, 255)' },
  }),
};

/** By tokens of NL Design System, as `@utrecht` components use them. */
export const Municipality: Story = {
  args: { theme: 'municipality' },
  play: looking({
    button: {
      backgroundColor: 'rgb(122, 31, 92)',
      borderRadius: '0px',
      textTransform: 'uppercase',
    },
    banner: { backgroundColor: 'rgb(10, 100, 55)' },
    card: { backgroundColor: 'rgb(255, 253, 248)', fontFamily: 'Georgia, "Noto Serif", serif' },
  }),
};

export const Dark: Story = {
  args: { theme: 'dark' },
  play: looking({
    button: { backgroundColor: 'rgb(255, 209, 102)', color: 'rgb(36, 26, 0)' },
    banner: { backgroundColor: 'rgb(0, 86, 63)', paddingTop: '51px' },
    card: { backgroundColor: 'rgb(16, 20, 24)', colorScheme: 'dark' },
    element: { outlineColor: 'rgb(0, 168, 120)', outlineStyle: 'solid' },
  }),
};
