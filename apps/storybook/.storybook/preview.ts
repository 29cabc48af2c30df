import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { answerForRegisters } from '../stories/register.ts';
import './preview.css';

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
  beforeAll: answerForRegisters,
  decorators: [
    // A page of its own round each story: the docs show several of them in one document.
    (story, { globals }) => html`
      <div class="page" lang=${globals['language']} data-scheme=${globals['scheme']}>${story()}</div>
    `,
  ],
};

export default preview;
