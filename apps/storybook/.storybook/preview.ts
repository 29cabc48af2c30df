import manifest from '@diplomaregister/elements/custom-elements.json';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { configure } from 'storybook/test';
import { answerForRegisters } from '../stories/register.ts';
import { manifestControls } from './manifest-controls.ts';
import './preview.css';

setCustomElementsManifest(manifest);
// A register that is away is asked a few times before an element gives up, on a busy machine slowly.
configure({ asyncUtilTimeout: 15_000 });

/** The design tokens that were set in the controls. */
function tokensIn(args: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) =>
      name.startsWith('--') && value ? [[name, String(value)]] : [],
    ),
  );
}

const preview: Preview = {
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'nl', title: 'Nederlands' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    scheme: {
      description: 'Light or dark page',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: 'nl', scheme: 'light' },
  parameters: {
    // Each story is a test: what axe finds makes the build fail.
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
  tags: ['autodocs'],
  argTypesEnhancers: [manifestControls],
  beforeAll: answerForRegisters,
  decorators: [
    // A page of its own round each story: the docs show several of them in one document.
    (story, { args, globals }) => html`
      <div class="page" lang=${globals['language']} data-scheme=${globals['scheme']} style=${styleMap(tokensIn(args))}>
        ${story()}
      </div>
    `,
  ],
};

export default preview;
