import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import type { UserConfig } from 'vite';

const manifest = '../node_modules/@diplomaregister/elements/dist/custom-elements.json';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal(vite: UserConfig) {
    // The stories are tested without a build of the elements too.
    if (!existsSync(fileURLToPath(new URL(manifest, import.meta.url)))) {
      execFileSync('pnpm', ['--filter', '@diplomaregister/elements', 'manifest']);
    }
    // In development the packages resolve to their source.
    const conditions = ['@diplomaregister/source', 'module', 'browser', 'development|production'];
    return { ...vite, resolve: { ...vite.resolve, conditions } };
  },
};

export default config;
