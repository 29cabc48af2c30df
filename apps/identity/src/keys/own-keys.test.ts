import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownKeys } from './own-keys.ts';

it('makes keys at the first start, for its own user only, and finds them again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'identity-keys-'));
  const made = await ownKeys(join(folder, 'data'));
  expect(await ownKeys(join(folder, 'data'))).toEqual(made);
  const { mode } = await stat(join(folder, 'data', 'keys.json'));
  expect(mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
