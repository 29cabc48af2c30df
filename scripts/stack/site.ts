import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const site = fileURLToPath(new URL('../../apps/demo', import.meta.url));

/**
 * Builds the demo site into a folder, so that what another process serves stays as it is.
 *
 * @throws {Error} with what Vite said, when it fails.
 */
export function buildSite(folder: string): Promise<void> {
  const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
  const child = spawn(
    process.execPath,
    [join(vite, 'bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'],
    {
      cwd: site,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The demo site could not be built:\n${said.trim()}`));
    });
  });
}
