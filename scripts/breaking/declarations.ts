// The declarations of the public packages of one version, as they would be published.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { publicParts } from './public-parts.ts';

const root = join(import.meta.dirname, '../..');
const base = 'tsconfig.base.json';

/** Copies the packages as they are in the working tree. */
export function copyWorkingTree(folder: string): void {
  cpSync(join(root, base), join(folder, base));
  cpSync(join(root, 'packages'), join(folder, 'packages'), {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
}

/** Gets the packages of a commit. */
export function copyCommit(commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit, 'packages', base], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
}

/**
 * Makes the declarations of packages, named from the one that others build on, in `dist` of each. What
 * they take from others comes from this workspace.
 */
export function emitDeclarations(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const target = join(folder, 'packages', name);
    linkModules(join(root, 'packages', name, 'node_modules'), join(target, 'node_modules'));
    mkdirSync(join(folder, 'node_modules/@diplomaregister'), { recursive: true });
    symlinkSync(target, join(folder, 'node_modules/@diplomaregister', name));
    // What is not perfect is made all the same.
    spawnSync('tsc', ['-p', join(target, 'tsconfig.build.json')], { cwd: root });
    if (!existsSync(join(target, 'dist'))) throw new Error(`${name} has no declarations`);
  }
  for (const path of globSync('packages/*/dist/**/*.d.ts', { cwd: folder })) {
    const file = join(folder, path);
    writeFileSync(file, publicParts(readFileSync(file, 'utf8')));
  }
}

/** Links what a package takes from others, but for packages of ours, which are of this version. */
function linkModules(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const name of readdirSync(source)) {
    if (name !== '@diplomaregister') symlinkSync(join(source, name), join(target, name));
  }
}
