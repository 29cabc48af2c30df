// Looks at each public package as npm would install it: packed, then checked by publint and by
// are-the-types-wrong, then unpacked in an empty project and run. The packages must be built.
// `pnpm check:install` does more.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickChecks, runChecks } from './install/checks.ts';
import { createProject, packAll, unpack } from './install/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-pack-'));
let failed = false;

function run(program: string, ...rest: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  if (status === 0) return;
  failed = true;
  console.error(`${program} ${rest.join(' ')}\n${stdout}${stderr}`);
}

try {
  const tarballs = packAll(folder);
  for (const path of tarballs.values()) {
    run('publint', 'run', path, '--strict');
    run('attw', path, '--profile', 'esm-only', '--exclude-entrypoints', 'openapi.yaml');
  }
  const project = join(folder, 'project');
  createProject(project);
  unpack(tarballs, project);
  if (!(await runChecks(quickChecks, project))) failed = true;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (failed) process.exit(1);
console.log('The packages are fit to be installed.');
