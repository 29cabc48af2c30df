import '@diplomaregister/elements/diploma-verify';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import type { DiplomaVerify } from '@diplomaregister/elements';
import type { MockRegister } from '@diplomaregister/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { startRegister } from './register.ts';

type Arguments = Pick<DiplomaVerify, 'headingLevel' | 'shareCode' | 'name' | 'required'>;

type Story = StoryObj<Arguments>;

/** The element, and the register that its story begins with. */
interface Scene {
  readonly element: DiplomaVerify;
  readonly register: MockRegister;
}

const meta: Meta<Arguments> = {
  title: 'diploma-verify',
  component: 'diploma-verify',
  args: { headingLevel: 2, shareCode: '', name: '', required: false },
  render: ({ headingLevel, shareCode, name, required }) => html`
    <diploma-verify
      .headingLevel=${headingLevel}
      .shareCode=${shareCode}
      .name=${name}
      .required=${required}
    ></diploma-verify>`,
};

export default meta;

/** A story that plays out on a register of its own. */
function scene(play: (scene: Scene) => Promise<void>): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const element = canvasElement.querySelector('diploma-verify');
    if (!element) throw new Error('There is no <diploma-verify>');
    const register = await startRegister();
    element.register = register.url;
    element.anchors = register.anchors;
    await play({ element, register });
    await element.updateComplete;
  };
}

/** A story of a verdict on a file. */
function verdictOn(
  outcome: string,
  prepare: (register: MockRegister) => File | Promise<File>,
): NonNullable<Story['play']> {
  return scene(async ({ element, register }) => {
    const verdict = await element.verify(await prepare(register));
    await expect(verdict?.outcome).toBe(outcome);
  });
}

/** A story of a verdict on a share. */
function verdictOnShare(
  outcome: string,
  name: keyof MockRegister['shares'],
  wrongPin = false,
): NonNullable<Story['play']> {
  return scene(async ({ element, register }) => {
    const { code, pin } = register.shares[name];
    const typed = wrongPin ? pin.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) : pin;
    const verdict = await element.verify({ shareCode: code, pin: typed });
    await expect(verdict?.outcome).toBe(outcome);
  });
}

/** A story of something that cannot be checked. */
function problemOf(...files: readonly File[]): NonNullable<Story['play']> {
  return scene(async ({ element }) => {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const found = new Promise<string>((resolve) => {
      element.addEventListener('diploma-problem', ({ problem }) => resolve(problem), {
        once: true,
      });
    });
    const card = element.shadowRoot?.querySelector('.card');
    card?.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await expect(await found).toBeTruthy();
  });
}

export const Idle: Story = {};

export const Dragging: Story = {
  play: scene(async ({ element }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['%PDF-'], 'extract.pdf'));
    const card = element.shadowRoot?.querySelector('.card');
    card?.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
    await element.updateComplete;
    await expect(element.matches(':state(dragging)')).toBe(true);
  }),
};

export const WithShareCode: Story = { args: { shareCode: '7K3M-9QXA-T2VD-58HN-6CWP' } };

export const Checking: Story = {
  play: scene(async ({ element, register }) => {
    register.scenario = 'slow';
    void element.verify(register.extracts.dutch);
    await waitFor(() => expect(element.matches(':state(checking)')).toBe(true));
  }),
};

export const Genuine: Story = { play: verdictOn('genuine', ({ extracts }) => extracts.dutch) };

export const GenuineThree: Story = { play: verdictOn('genuine', ({ extracts }) => extracts.three) };

/** The host page has a name and a birth date to compare with. */
export const HolderSame: Story = {
  play: scene(async ({ element, register }) => {
    const { birthDate, familyName, givenNames, prefix } = exampleDiplomas.vwo.holder;
    element.holder = { name: `${givenNames} ${prefix} ${familyName}`, birthDate };
    await expect((await element.verify(register.extracts.dutch))?.outcome).toBe('genuine');
  }),
};

export const HolderDifferent: Story = {
  play: scene(async ({ element, register }) => {
    element.holder = { name: 'Jan Bakker', birthDate: '1990-01-01' };
    await expect((await element.verify(register.extracts.dutch))?.outcome).toBe('genuine');
  }),
};

export const Superseded: Story = {
  play: verdictOn('superseded', (register) => {
    register.supersede(exampleDiplomas.vwo.id);
    return register.extracts.dutch;
  }),
};

export const Withdrawn: Story = {
  play: verdictOn('withdrawn', (register) => {
    register.withdraw(exampleDiplomas.vwo.id);
    return register.extracts.dutch;
  }),
};

/** Three diplomas in one extract, each with its own standing. */
export const ThreeStandings: Story = {
  play: verdictOn('withdrawn', (register) => {
    register.supersede(exampleDiplomas.vocational.id);
    register.withdraw(exampleDiplomas.havo.id);
    return register.extracts.three;
  }),
};

export const Altered: Story = {
  play: verdictOn('altered', async ({ extracts }) => {
    const bytes = new Uint8Array(await extracts.dutch.arrayBuffer());
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    return new File([bytes], 'extract.pdf');
  }),
};

export const SealRevoked: Story = {
  play: verdictOn('seal-revoked', async (register) => {
    const { revokedSeal } = await register.attacks();
    return revokedSeal.file;
  }),
};

export const NotAnExtract: Story = {
  play: verdictOn('not-an-extract', () => new File(['%PDF-1.7\n%%EOF\n'], 'letter.pdf')),
};

export const Inconclusive: Story = {
  play: verdictOn('inconclusive', (register) => {
    register.scenario = 'down';
    return register.extracts.dutch;
  }),
};

export const ShareGenuine: Story = { play: verdictOnShare('genuine', 'active') };

export const ShareExpired: Story = { play: verdictOnShare('share-expired', 'expired') };

export const ShareRevoked: Story = { play: verdictOnShare('share-revoked', 'revoked') };

export const ShareLocked: Story = { play: verdictOnShare('share-locked', 'locked') };

export const PinWrong: Story = { play: verdictOnShare('pin-wrong', 'active', true) };

export const ShareUnknown: Story = {
  play: scene(async ({ element }) => {
    const unknown = { shareCode: '0000-0000-0000-0000-0000', pin: '123456' };
    await expect((await element.verify(unknown))?.outcome).toBe('share-unknown');
  }),
};

export const NotPdf: Story = { play: problemOf(new File(['a photo'], 'photo.jpg')) };

export const EmptyFile: Story = { play: problemOf(new File([], 'empty.pdf')) };

export const FileTooLarge: Story = {
  play: problemOf(new File([new Uint8Array(16 * 1024 * 1024 + 1)], 'large.pdf')),
};

export const SeveralFiles: Story = {
  play: problemOf(new File(['%PDF-'], 'one.pdf'), new File(['%PDF-'], 'two.pdf')),
};

export const CodeMalformed: Story = {
  play: scene(async ({ element }) => {
    await element.verify({ shareCode: '7K3M', pin: '' });
  }),
};

/** In a form of the host page, which needs a genuine diploma. */
export const InForm: Story = {
  args: { name: 'diploma', required: true },
  render: (args, context) => html`<form>${meta.render?.(args, context)}</form>`,
};

export const InFormMissing: Story = {
  ...InForm,
  play: scene(async ({ element }) => {
    await expect(element.reportValidity()).toBe(false);
  }),
};

export const InFormGenuine: Story = {
  ...InForm,
  play: async (context) => {
    await Genuine.play?.(context);
    await expect(context.canvasElement.querySelector('form')?.checkValidity()).toBe(true);
  },
};

export const InFormRefused: Story = {
  ...InForm,
  play: async (context) => {
    await Superseded.play?.(context);
    await expect(context.canvasElement.querySelector('form')?.checkValidity()).toBe(false);
  },
};

export const InFormDisabled: Story = {
  args: { name: 'diploma' },
  render: (args, context) => html`
    <fieldset disabled>
      <legend>Diploma</legend>
      ${meta.render?.(args, context)}
    </fieldset>`,
};

const inEnglish = { language: 'en', scheme: 'light' };
const inDark = { language: 'nl', scheme: 'dark' };

export const IdleEnglish: Story = { globals: inEnglish };

export const IdleDark: Story = { globals: inDark };

export const GenuineEnglish: Story = { ...Genuine, globals: inEnglish };

export const GenuineDark: Story = { ...Genuine, globals: inDark };

export const ThreeStandingsDark: Story = { ...ThreeStandings, globals: inDark };

export const AlteredDark: Story = { ...Altered, globals: inDark };

export const InconclusiveEnglish: Story = { ...Inconclusive, globals: inEnglish };
