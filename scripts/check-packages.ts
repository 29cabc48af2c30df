// Looks at each public package as npm would install it: packed, then checked by publint and by
// are-the-types-wrong. The packages must be built.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packages = readdirSync('packages');
const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-pack-'));
let failed = false;

function run(program: string, ...rest: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  if (status === 0) return;
  failed = true;
  console.error(`${program} ${rest.join(' ')}\n${stdout}${stderr}`);
}

try {
  for (const name of packages) {
    run('pnpm', '--dir', join('packages', name), 'pack', '--pack-destination', folder);
  }
  for (const tarball of readdirSync(folder)) {
    const path = join(folder, tarball);
    run('publint', 'run', path, '--strict');
    run('attw', path, '--profile', 'esm-only', '--exclude-entrypoints', 'openapi.yaml');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (failed) process.exit(1);
console.log(`${packages.length} packages are fit to be installed.`);
