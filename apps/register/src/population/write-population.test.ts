import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readReferenceFile } from '../reference/reference-file.ts';
import { populationFolder } from '../test-support/population-folders.ts';
import { writePopulation } from './write-population.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'population-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('writes what the register must know, and a file for each part of each institution', async () => {
  await using tables = await populationFolder('the reference set of the project');
  const population = await writePopulation(tables.path, folder, {
    diplomas: 600,
    linesPerPart: 20,
  });

  const reference = await readReferenceFile(join(folder, 'reference.json'));
  expect(reference.institutions.map(({ code }) => code)).toEqual(
    expect.arrayContaining([...population.institutions]),
  );
  const files = await readdir(join(folder, 'deliveries'));
  expect(files).toContain('98AA-001.ndjson');
  const lines = await Promise.all(
    files.map(async (name) => {
      const content = await readFile(join(folder, 'deliveries', name), 'utf8');
      const written = content.trimEnd().split('\n');
      const of = written.map((line) => JSON.parse(line).diploma.institution);
      expect(new Set(of)).toEqual(new Set([name.slice(0, 4)]));
      return written.length;
    }),
  );
  expect(Math.max(...lines)).toBe(20);
  expect(lines.reduce((total, count) => total + count)).toBe(600);
});
