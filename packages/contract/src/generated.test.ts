import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const root = new URL('../', import.meta.url);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diplomaregister-generated-'));
  await run(process.execPath, [fileURLToPath(new URL('scripts/generate.ts', root)), folder]);
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

it.each(['openapi.json', 'schema.ts'])('%s is what openapi.yaml makes', async (name) => {
  const made = await readFile(join(folder, name), 'utf8');
  const committed = await readFile(new URL(`src/generated/${name}`, root), 'utf8');
  expect(committed === made, `${name} is stale: run \`pnpm generate\``).toBe(true);
});
