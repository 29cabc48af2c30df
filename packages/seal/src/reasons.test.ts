import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sealReasons } from './reasons.ts';

const folder = new URL('./', import.meta.url);

/** All source files of the package but the table of reasons and what belongs to tests. */
async function readSources(): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const sources = names.filter(
    (name) =>
      name.endsWith('.ts') &&
      !name.endsWith('.test.ts') &&
      !name.startsWith('test-support') &&
      name !== 'reasons.ts',
  );
  const texts = await Promise.all(sources.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.join('\n');
}

describe('the table of reasons', () => {
  it('has no code that nothing gives', async () => {
    const sources = await readSources();
    const unused = Object.keys(sealReasons).filter((code) => !sources.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  it('has a test for every code', async () => {
    const names = await readdir(folder, { recursive: true });
    const tests = names.filter((name) => name.endsWith('.test.ts') && name !== 'reasons.test.ts');
    const texts = await Promise.all(tests.map((name) => readFile(new URL(name, folder), 'utf8')));
    const all = texts.join('\n');
    const untested = Object.keys(sealReasons).filter((code) => !all.includes(`'${code}'`));
    expect(untested).toEqual([]);
  });

  it('is the one of the README, with the same meanings', async () => {
    const readme = await readFile(new URL('../README.md', folder), 'utf8');
    const source = await readFile(new URL('reasons.ts', folder), 'utf8');
    const rows = Object.entries(sealReasons).map(([code, { check, outcome }]) => {
      const line = source
        .split('\n')
        .findIndex((text) => text.trim().replaceAll("'", '').startsWith(`${code}:`));
      const meaning = source.split('\n')[line - 1]?.replace(/^ *\/\*\* | \*\/$/g, '');
      return `| \`${code}\` | ${check} | \`${outcome}\` | ${meaning} |`;
    });
    const table = readme.split('\n').filter((line) => /^\| `[a-z-]+` \| [a-z-]+ \| `/.test(line));
    expect(table).toEqual(rows);
  });

  it('is the one of the profile, in which every reason belongs to one of the thirty checks', async () => {
    const profile = await readFile(new URL('../../../docs/seal-profile.md', folder), 'utf8');
    const rows = profile.split('\n').filter((line) => /^\| \d+(, \d+)? \| /.test(line));
    const numbers = rows.flatMap((row) => row.split('|')[1]?.split(',').map(Number) ?? []);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    const codes = rows.flatMap((row) => row.split('|')[3]?.match(/[a-z]+(-[a-z]+)*/g) ?? []);
    expect(codes.toSorted()).toEqual(Object.keys(sealReasons).toSorted());
  });

  it('calls altered only what an anchored signer signed', () => {
    for (const { check, outcome } of Object.values(sealReasons)) {
      if (outcome === 'altered') expect(check).not.toBe('sealed-by-register');
      if (outcome === 'not-an-extract') expect(check).toBe('sealed-by-register');
    }
  });
});
