import type { Preview } from '@storybook/web-components-vite';
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
  },
  tags: ['autodocs'],
  beforeAll: answerForRegisters,
  beforeEach: ({ globals }) => {
    const page = document.documentElement;
    page.lang = String(globals['language']);
    page.dataset['scheme'] = String(globals['scheme']);
  },
};

export default preview;
