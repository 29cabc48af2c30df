import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderTakenError, guardFolder } from './folder-guard.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder is for one at a time, and free again when let go', () => {
  const guard = guardFolder(folder);

  expect(() => guardFolder(folder)).toThrow(FolderTakenError);
  guard.release();
  guardFolder(folder).release();
});

test('a process that dies lets go of its folder', async () => {
  const script = `
    import { guardFolder } from ${JSON.stringify(new URL('folder-guard.ts', import.meta.url).href)};
    guardFolder(${JSON.stringify(folder)});
    console.log('taken');
    setInterval(() => {}, 60_000);
  `;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await once(other.stdout, 'data');
  expect(() => guardFolder(folder)).toThrow(FolderTakenError);

  other.kill('SIGKILL');
  await once(other, 'exit');
  guardFolder(folder).release();
});
