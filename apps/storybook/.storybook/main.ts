import type { StorybookConfig } from '@storybook/web-components-vite';
import type { UserConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // In development the packages resolve to their source.
  viteFinal: (vite: UserConfig) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      conditions: ['@diplomaregister/source', 'module', 'browser', 'development|production'],
    },
  }),
};

export default config;
