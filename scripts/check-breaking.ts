// Compares the contract and the public names with those of the last release, or with a commit that is
// named, and fails when something went away and no changeset says so.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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

function findBreaks(base: string): readonly string[] {
  const before = (path: string) => git('show', `${base}:${path}`);
  const now = (path: string) => readFileSync(path, 'utf8');
  const found = [...breaksOfContract(JSON.parse(before(contract)), JSON.parse(now(contract)))];
  for (const name of packages) {
    const folder = `packages/${name}`;
    const known = new Set(entriesOf(now(`${folder}/package.json`)));
    for (const entry of entriesOf(before(`${folder}/package.json`))) {
      const path = `${folder}/${entry}`;
      if (!known.has(entry)) found.push(`${path} is no longer an entry`);
      else found.push(...breaksOfExports(path, exportsOf(before(path)), exportsOf(now(path))));
    }
  }
  return found;
}

/** Whether a changeset announces it: `major`, or before 1.0.0 `minor`. */
function isAnnounced(): boolean {
  const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
  const wanted = String(version).startsWith('0.') ? /: (major|minor)$/m : /: major$/m;
  const changesets = readdirSync('.changeset').filter((file) => file.endsWith('.md'));
  return changesets.some((file) => wanted.test(readFileSync(`.changeset/${file}`, 'utf8')));
}

const base = process.argv[2] ?? lastRelease();
if (base === undefined) {
  console.log('There is no release yet: nothing can break.');
} else {
  const breaks = findBreaks(base);
  for (const each of breaks) console.log(each);
  if (breaks.length > 0 && !isAnnounced()) {
    console.error(
      'This breaks what others build on: add a changeset that says so (pnpm changeset).',
    );
    process.exitCode = 1;
  } else console.log(`${breaks.length} breaking changes since ${base}, each of them announced.`);
}
