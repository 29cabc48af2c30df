// `npm start` and `npm test` come through here. It must run on Node 20 with npm alone: it installs
// the workspace with the frozen lockfile, then runs the given script through pnpm, which puts the
// workspace's own Node first on the path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const { packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const [script, ...rest] = process.argv.slice(2);

/** Runs pnpm to its end; ends this process when it fails. */
async function pnpm(...args) {
  const child = spawn('npx', ['--yes', packageManager, ...args], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
  running = child.pid;
  const [status] = await once(child, 'exit');
  running = undefined;
  if (status !== 0) process.exit(status ?? 1);
}

let running;

// What npx starts is a group of its own, which gets the signal as a whole: npx and the shells in
// between would keep it to themselves. npm too: when it is gone, so is the parent of this process.
function stop(signal) {
  if (running === undefined) process.exit(1);
  process.kill(-running, signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, 500).unref();

await pnpm(
  'install',
  '--frozen-lockfile',
  '--prefer-offline',
  '--reporter=append-only',
  '--loglevel=warn',
);
await pnpm('run', script, ...rest);
