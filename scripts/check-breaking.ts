// Compares the contract, the public names and the shapes of public types with those of the last release,
// or with a commit that is named, and fails when something breaks and no changeset says so.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAnnounced } from './breaking/announced.ts';
import { breaksOfContract, breaksOfExports, exportsOf } from './breaking/breaks.ts';
import { copyCommit, copyWorkingTree, emitDeclarations } from './breaking/declarations.ts';
import { breaksOfShapes } from './breaking/shapes.ts';

const packages = ['contract', 'seal', 'sdk', 'elements', 'mocks'];
const contract = 'packages/contract/src/generated/openapi.json';

/** What these export are records, of which only the names are promised. */
const records = /^contract\/examples/;

const git = (...words: readonly string[]) =>
  execFileSync('git', words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function lastRelease(): string | undefined {
  const [tag] = git('tag', '--list', '@diplomaregister/*', '--sort=-creatordate').split('\n');
  return tag || undefined;
}

/** The source files of a package that its `exports` name. */
function entriesOf(manifest: string): readonly string[] {
  return [...manifest.matchAll(/"@diplomaregister\/source": "\.\/(src\/[^"]+\.ts)"/g)].map(
    ([, path = '']) => path,
  );
}

/** What each package breaks. */
function findBreaks(base: string): ReadonlyMap<string, readonly string[]> {
  const before = (path: string) => git('show', `${base}:${path}`);
  const now = (path: string) => readFileSync(path, 'utf8');
  const breaksOf = (name: string) => {
    const found: string[] = [];
    if (name === 'contract') {
      found.push(...breaksOfContract(JSON.parse(before(contract)), JSON.parse(now(contract))));
    }
    const folder = `packages/${name}`;
    const known = new Set(entriesOf(now(`${folder}/package.json`)));
    for (const entry of entriesOf(before(`${folder}/package.json`))) {
      const path = `${folder}/${entry}`;
      if (!known.has(entry)) found.push(`${path} is no longer an entry`);
      else found.push(...breaksOfExports(path, exportsOf(before(path)), exportsOf(now(path))));
    }
    return found;
  };
  return new Map(packages.map((name) => [name, breaksOf(name)]));
}

/** The declarations of each entry, in a folder with the packages of one version. */
function declarationsOf(folder: string): ReadonlyMap<string, string> {
  const entries = packages.flatMap((name) => {
    const path = join(folder, 'packages', name);
    const { exports } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    return Object.entries(exports).flatMap(([entry, target]) => {
      const { types } = Object(target);
      return types === undefined ? [] : [[join(name, entry), join(path, types)] as const];
    });
  });
  return new Map(entries);
}

/** What each package breaks in the shapes of its types. */
function findShapeBreaks(base: string): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-breaking-'));
  const [before, now] = [join(folder, 'before'), join(folder, 'now')];
  try {
    copyCommit(base, before);
    copyWorkingTree(now);
    for (const side of [before, now]) emitDeclarations(side, packages);
    const known = declarationsOf(now);
    const pairs = [...declarationsOf(before)].flatMap(([name, file]) => {
      const current = known.get(name);
      return current && !records.test(name) ? [{ name, before: file, now: current }] : [];
    });
    const found = breaksOfShapes(pairs, join(folder, 'check'));
    const ofPackage = (name: string) =>
      pairs.flatMap((pair) =>
        pair.name.split('/')[0] === name ? (found.get(pair.name) ?? []) : [],
      );
    return new Map(packages.map((name) => [name, ofPackage(name)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const base = process.argv[2] ?? lastRelease();
if (base === undefined) {
  console.log('There is no release yet: nothing can break.');
} else {
  const changesets = readdirSync('.changeset')
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(`.changeset/${file}`, 'utf8'));
  let count = 0;
  const shapes = findShapeBreaks(base);
  for (const [name, names] of findBreaks(base)) {
    const breaks = [...names, ...(shapes.get(name) ?? [])];
    for (const each of breaks) console.log(each);
    count += breaks.length;
    const { version } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
    if (breaks.length === 0 || isAnnounced(name, version, changesets)) continue;
    console.error(
      `@diplomaregister/${name} breaks what others build on, and no changeset says so.`,
    );
    process.exitCode = 1;
  }
  console.log(`${count} breaking changes since ${base}.`);
}
