import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the demo site. */
export async function buildSite(): Promise<void> {
  const site = fileURLToPath(new URL('../../apps/demo', import.meta.url));
  await build({ root: site, configFile: `${site}/vite.config.ts`, logLevel: 'warn' });
}
