import '@diplomaregister/elements/diploma-list';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  appearing,
  click,
  inDark,
  inEnglish,
  type ListArguments,
  nothingRegistered,
  ofVwo,
  renderList,
  scene,
} from './list-scene.ts';

type Story = StoryObj<ListArguments>;

const meta: Meta<ListArguments> = {
  title: 'diploma-list',
  component: 'diploma-list',
  args: { headingLevel: 2 },
  render: renderList,
};

export default meta;

export const SignedOut: Story = {};

export const SignedOutEnglish: Story = { globals: inEnglish };

/** Signed in, but not in a way that is strong enough for diplomas. */
export const TooWeak: Story = {
  play: scene('too-weak', (register) => {
    register.scenario = 'weakSignIn';
  }),
};

export const TooWeakEnglish: Story = { ...TooWeak, globals: inEnglish };

export const Loading: Story = {
  play: scene('loading', (register) => {
    register.scenario = 'slow';
  }),
};

export const Empty: Story = {
  play: scene('empty', nothingRegistered, async ({ element }) => {
    await appearing(element, '#kind');
  }),
};

export const Failed: Story = {
  play: scene('failed', (register) => {
    register.scenario = 'down';
  }),
};

/** The register was away, and is there again when the holder tries once more. */
export const Retried: Story = {
  play: scene(
    'failed',
    (register) => {
      register.scenario = 'down';
    },
    async ({ element, register }) => {
      register.scenario = 'normal';
      await click(element, '.actions .button');
      await waitFor(() => expect(element.matches(':state(ready)')).toBe(true));
    },
  ),
};

export const Several: Story = { play: scene('ready') };

export const One: Story = {
  play: scene('ready', ({ state }) => {
    for (const id of state.diplomas.keys()) {
      if (id !== exampleDiplomas.vwo.id) state.diplomas.delete(id);
    }
    state.shares.clear();
  }),
};

/** More diplomas than anybody has. */
export const Sixty: Story = {
  play: scene('ready', ({ state }) => {
    const own = [...state.diplomas.values()];
    while (state.diplomas.size < 60) {
      const place = state.nextPlace++;
      const copied = own[place % own.length];
      if (!copied) throw new Error('There is nothing to copy');
      const id = crypto.randomUUID();
      state.diplomas.set(id, { place, diploma: { ...copied.diploma, id } });
    }
  }),
};

export const Details: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    for (const toggle of element.shadowRoot?.querySelectorAll('[aria-expanded]') ?? []) {
      await userEvent.click(toggle);
    }
  }),
};

export const Download: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('download'));
    await appearing(element, '[type=submit]');
  }),
};

export const Downloaded: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('download'));
    await click(element, '[type=submit]');
    await appearing(element, '.number');
    await expect(element.shadowRoot?.querySelector('.panel')?.textContent).toContain('downloads');
  }),
};

export const DownloadFailed: Story = {
  play: scene('ready', undefined, async ({ element, register }) => {
    await click(element, ofVwo('download'));
    register.scenario = 'down';
    await click(element, '[type=submit]');
    await appearing(element, '.problem');
  }),
};

/** The register does not take the token any more: the host page's way to sign in is there. */
export const DownloadSignedOut: Story = {
  play: scene('ready', undefined, async ({ element, register }) => {
    await click(element, ofVwo('download'));
    register.scenario = 'signedOut';
    await click(element, '[type=submit]');
    await appearing(element, '[role=alert] slot');
  }),
};

/** What is missing is said where one can mend it. */
export const DownloadNothingChosen: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('download'));
    await click(element, 'input[name=diploma]');
    await click(element, '[type=submit]');
    await appearing(element, '#choose-problem .problem');
  }),
};

export const Share: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('share'));
    await appearing(element, '[type=submit]');
  }),
};

export const Shared: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('share'));
    await click(element, '[type=submit]');
    await appearing(element, '.qr');
  }),
};

export const ShareFailed: Story = {
  play: scene('ready', undefined, async ({ element, register }) => {
    await click(element, ofVwo('share'));
    await appearing(element, '#receiver');
    register.scenario = 'down';
    await click(element, '[type=submit]');
    await appearing(element, 'form > [role=alert] .problem');
  }),
};

export const ConfirmRevoke: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, '[id^=revoke-]');
  }),
};

export const RevokeFailed: Story = {
  play: scene('ready', undefined, async ({ element, register }) => {
    await click(element, '[id^=revoke-]');
    register.scenario = 'down';
    await click(element, '#confirm-revoke');
    await appearing(element, '.confirm .problem');
  }),
};

export const SeveralEnglish: Story = { ...Several, globals: inEnglish };

export const SeveralDark: Story = { ...Several, globals: inDark };

export const ShareEnglish: Story = { ...Share, globals: inEnglish };

export const SharedDark: Story = { ...Shared, globals: inDark };
