import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { populationFolder } from '../test-support/population-folders.ts';
import { runInside } from '../test-support/run-inside.ts';
import { exitCodes } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'population-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('writes as many diplomas as asked for, and says how many people and institutions have them', async () => {
  await using tables = await populationFolder('the reference set of the project');
  const words = ['population', tables.path, folder, '--diplomas', '300', '--seed', '7'];
  const { code, errors, output } = await runInside(words);

  expect({ code, errors }).toEqual({ code: exitCodes.done, errors: '' });
  expect(output).toMatch(/^Made 300 diplomas of [12]\d\d people, from \d institutions\.$/);
  expect((await readdir(folder)).sort()).toEqual(['deliveries', 'reference.json']);
});

test('says in one line that there are fewer people than asked for', async () => {
  await using tables = await populationFolder('the reference set of the project');
  const first = ['--first-person', '99999999'];
  const { code, errors } = await runInside(['population', tables.path, folder, ...first]);

  expect(code).toBe(exitCodes.failed);
  expect(errors.split('\n')).toHaveLength(1);
});
