import '@diplomaregister/elements/diploma-list';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import type { DiplomaList } from '@diplomaregister/elements';
import type { MockRegister } from '@diplomaregister/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { startRegister } from './register.ts';

interface Arguments {
  readonly headingLevel: number;
}

type Story = StoryObj<Arguments>;

/** The element, and the register that its story begins with. */
interface Scene {
  readonly element: DiplomaList;
  readonly register: MockRegister;
}

const meta: Meta<Arguments> = {
  title: 'diploma-list',
  args: { headingLevel: 2 },
  render: ({ headingLevel }) => html`
    <diploma-list heading-level=${headingLevel}>
      <button slot="signed-out" type="button">Inloggen</button>
    </diploma-list>`,
};

export default meta;

/** A story that plays out on a register of its own; the holder signs in after `prepare`. */
function scene(
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
    // A register that is away is asked a few times before the element gives up.
    const patience = { timeout: 15_000 };
    await waitFor(() => expect(element.matches(`:state(${state})`)).toBe(true), patience);
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

async function click(element: DiplomaList, selector: string): Promise<void> {
  await userEvent.click(find(element, selector));
  await element.updateComplete;
}

const ofVwo = (name: string) => `#${name}-${CSS.escape(exampleDiplomas.vwo.id)}`;

export const SignedOut: Story = {};

export const Loading: Story = {
  play: scene('loading', (register) => {
    register.scenario = 'slow';
  }),
};

export const Empty: Story = {
  play: scene('empty', (register) => {
    register.state.diplomas.clear();
    register.state.shares.clear();
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
  }),
};

export const Downloaded: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    element.addEventListener('diploma-download', (event) => event.preventDefault());
    await click(element, ofVwo('download'));
    await click(element, '[type=submit]');
    await waitFor(() => find(element, '.number'));
  }),
};

export const DownloadFailed: Story = {
  play: scene('ready', undefined, async ({ element, register }) => {
    await click(element, ofVwo('download'));
    register.scenario = 'signedOut';
    await click(element, '[type=submit]');
    await waitFor(() => find(element, '.problem'));
  }),
};

export const Share: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('share'));
  }),
};

export const Shared: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, ofVwo('share'));
    await click(element, '[type=submit]');
    await waitFor(() => find(element, '.qr'));
  }),
};

export const ConfirmRevoke: Story = {
  play: scene('ready', undefined, async ({ element }) => {
    await click(element, '[id^=revoke-]');
  }),
};

const inEnglish = { language: 'en', scheme: 'light' };
const inDark = { language: 'nl', scheme: 'dark' };

export const SeveralEnglish: Story = { ...Several, globals: inEnglish };

export const SeveralDark: Story = { ...Several, globals: inDark };

export const ShareEnglish: Story = { ...Share, globals: inEnglish };

export const SharedDark: Story = { ...Shared, globals: inDark };
