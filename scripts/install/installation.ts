// A folder with the packages in it as npm would put them there.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packs each public package, and gives its tarball by name. */
export function packAll(folder: string): ReadonlyMap<string, string> {
  const tarballs = new Map<string, string>();
  for (const each of readdirSync(join(root, 'packages'))) {
    const packing = ['--dir', join(root, 'packages', each), 'pack', '--pack-destination', folder];
    execFileSync('pnpm', packing, { stdio: 'pipe' });
    const tarball = readdirSync(folder).find((file) => file.startsWith(`diplomaregister-${each}-`));
    if (tarball === undefined) throw new Error(`${each} was not packed`);
    tarballs.set(`@diplomaregister/${each}`, join(folder, tarball));
  }
  return tarballs;
}

/** Copies the programs that are run, into a project of its own. */
export function createProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'programs'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
}

/**
 * Puts the packages where npm would, without npm: unpacked, and with what they depend on from this
 * workspace. It takes a second, and asks nobody.
 */
export function unpack(tarballs: ReadonlyMap<string, string>, project: string): void {
  const modules = join(project, 'node_modules');
  for (const [name, tarball] of tarballs) {
    const target = join(modules, name);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
    const manifest: Manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
    const workspace = join(
      root,
      'packages',
      name.slice('@diplomaregister/'.length),
      'node_modules',
    );
    for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      const isThere = readdirSync(workspace).includes(needed);
      if (tarballs.has(needed) || !isThere || readdirSync(modules).includes(needed)) continue;
      symlinkSync(join(workspace, needed), join(modules, needed));
    }
  }
}

/** Installs the packages by npm, with what they depend on from the registry. */
export function install(
  tarballs: ReadonlyMap<string, string>,
  project: string,
  more: readonly string[],
): void {
  const files = [...tarballs.values()].map((path) => `file:${path}`);
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, ...files, 'msw@3', ...more], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
