// Compares the contract and the public names with those of the last release, or with a commit that is
// named, and fails when something went away and no changeset says so.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isAnnounced } from './breaking/announced.ts';
import { breaksOfContract, breaksOfExports, exportsOf } from './breaking/breaks.ts';

const packages = ['contract', 'seal', 'sdk', 'elements', 'mocks'];
const contract = 'packages/contract/src/generated/openapi.json';

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

const base = process.argv[2] ?? lastRelease();
if (base === undefined) {
  console.log('There is no release yet: nothing can break.');
} else {
  const changesets = readdirSync('.changeset')
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(`.changeset/${file}`, 'utf8'));
  let count = 0;
  for (const [name, breaks] of findBreaks(base)) {
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
