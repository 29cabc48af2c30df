// A page that Vite bundles, and whose requests the mocks answer in the browser.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { browse } from './browse.ts';
import type { Check } from './check.ts';

export const mocksInBrowser: Check = {
  name: 'the mocks in a browser, from a service worker',
  async run(project) {
    const { build, preview } = await import('vite');
    const root = join(project, 'mocks');
    const script = 'mockServiceWorker.js';
    cpSync(join(project, 'node_modules/msw/lib', script), join(root, 'public', script));
    const common = { root, configFile: false, logLevel: 'error' } as const;
    await build({ ...common, build: { target: 'es2022' } });
    const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } });
    try {
      await browse(server.resolvedUrls?.local[0] ?? '', (page) =>
        page.getByText('7 diplomas, genuine withdrawn').waitFor(),
      );
    } finally {
      await server.close();
    }
  },
};
