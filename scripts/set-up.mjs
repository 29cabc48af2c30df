// `npm start` and `npm test` come through here. It must run on Node 20 with npm alone: it installs
// the workspace with the frozen lockfile, then runs the given script through pnpm, which puts the
// workspace's own Node first on the path.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const { packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const [script, ...rest] = process.argv.slice(2);

function pnpm(...args) {
  const { status, signal } = spawnSync('npx', ['--yes', packageManager, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(signal ? 1 : (status ?? 1));
}

pnpm(
  'install',
  '--frozen-lockfile',
  '--prefer-offline',
  '--reporter=append-only',
  '--loglevel=warn',
);
pnpm('run', script, ...rest);
