import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the folder. */
export class FolderTakenError extends Error {
  constructor(folder: string) {
    super(`Another register is running on ${folder}; only one process may use a data folder.`);
    this.name = 'FolderTakenError';
  }
}

export interface FolderGuard {
  release(): void;
}

/**
 * Takes the data folder for this process. PGlite does not guard its folder and two processes on it
 * lose rows, so an SQLite file beside it is held in an exclusive transaction: the kernel lets go of
 * that lock when the process ends, however it ends.
 *
 * @throws {FolderTakenError} when another process has it.
 */
export function guardFolder(folder: string): FolderGuard {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new FolderTakenError(folder);
    throw error;
  }
  return { release: () => lock.close() };
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
