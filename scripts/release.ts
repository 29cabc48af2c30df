// `pnpm release --dry-run`: makes in `release/` what a release consists of: the tarballs, the list of
// all parts (CycloneDX, by pnpm), the elements for a script tag as a register serves them
// (`ELEMENTS_FOLDER=release/elements`), and their integrity hashes. Without `--dry-run` it also
// publishes the tarballs, with provenance, and tags them; that is for the workflow.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAll } from './install/installation.ts';

const isDryRun = process.argv.includes('--dry-run');
const folder = join(import.meta.dirname, '../release');

function run(program: string, ...words: readonly string[]): void {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Subresource integrity (W3C) of each file for a script tag. */
function integrityOf(embed: string): Readonly<Record<string, string>> {
  const hashes = readdirSync(embed).map((file) => {
    const digest = createHash('sha384')
      .update(readFileSync(join(embed, file)))
      .digest('base64');
    return [file, `sha384-${digest}`] as const;
  });
  return Object.fromEntries(hashes);
}

/** The package with its version, as npm and a tag name it. */
function versionOf(name: string): string {
  const manifest = `packages/${name.slice('@diplomaregister/'.length)}/package.json`;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${name}@${version}`;
}

/** Whether npm has this version: after a push without a new one there is nothing to publish. */
function isPublished(version: string): boolean {
  const answer = spawnSync('npm', ['view', version, 'version'], { encoding: 'utf8' });
  return answer.stdout.trim() !== '';
}

/**
 * Names the repository of the workflow in each package: npm takes provenance of no other, and leads the
 * links of a README there.
 */
function nameRepository(): void {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = process.env;
  if (repository === undefined || server === undefined) return;
  for (const name of readdirSync('packages')) {
    const directory = `packages/${name}`;
    const path = join(directory, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    manifest.repository = { type: 'git', url: `git+${server}/${repository}.git`, directory };
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

/**
 * Tags a version that is published, for `pnpm check:breaking` to compare with. changesets/action reads the
 * line that is printed: it pushes the tag and makes the release.
 */
function tag(version: string): void {
  if (execFileSync('git', ['tag', '--list', version], { encoding: 'utf8' }) !== '') return;
  run('git', 'tag', version);
  console.log(`New tag: ${version}`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
run('pnpm', 'build');
nameRepository();
const tarballs = packAll(folder);
for (const name of tarballs.keys()) {
  const file = join(folder, `${name.replace('@', '').replace('/', '-')}.sbom.json`);
  run('pnpm', '--filter', name, 'sbom', '--prod', '--sbom-format', 'cyclonedx', '--out', file);
}
const embed = 'packages/elements/dist/embed';
const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
cpSync(embed, join(folder, 'elements', version), { recursive: true });
const integrity = integrityOf(embed);
writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
for (const file of readdirSync(folder).sort()) console.log(join(folder, file));

if (isDryRun) console.log('Nothing was published.');
else {
  for (const [name, path] of tarballs) {
    const version = versionOf(name);
    if (!isPublished(version)) run('npm', 'publish', path, '--provenance', '--access', 'public');
    tag(version);
  }
}
