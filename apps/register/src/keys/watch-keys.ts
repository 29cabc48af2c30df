import { stat } from 'node:fs/promises';
import type { Database } from '../store/store.ts';
import { announceKeys, findMissingKeys, OtherKeysError } from './announced-keys.ts';
import { keyFilePath, readKeyFile } from './key-file.ts';
import type { LiveKeys } from './live-keys.ts';

/** Looks now and then whether the keys have changed. */
export interface KeyWatch {
  /** Whether every key that data may be under is here. */
  isComplete(): boolean;
  /** Looks now. Never throws: what hinders is told, and the next look may do better. */
  look(): Promise<void>;
  stop(): void;
}

export interface KeyWatchOptions {
  /** The folder with `keys.json`. */
  readonly folder: string;
  readonly liveKeys: LiveKeys;
  readonly database: Database;
  readonly now: () => Date;
  /** Takes what the operator should know. */
  readonly warn: (message: string) => void;
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

/**
 * Takes up the keys in the file when it changes, so that keys are rotated while the register serves,
 * and sees whether the database has data under keys that are not here.
 */
export async function watchKeys({
  database,
  folder,
  interval = 5_000,
  liveKeys,
  now,
  warn,
}: KeyWatchOptions): Promise<KeyWatch> {
  let seen = await versionOf(folder);
  let isComplete = true;

  async function look(): Promise<void> {
    try {
      const version = await versionOf(folder);
      if (version !== seen) {
        const material = await readKeyFile(folder);
        if (material === undefined) throw new Error('The file with the keys is gone.');
        await database
          .transaction()
          .execute((transaction) => announceKeys(transaction, material, now()));
        await liveKeys.replace(material);
        seen = version;
      }
      const missing = await findMissingKeys(database, liveKeys.material(), now());
      isComplete = missing.length === 0;
      if (!isComplete) warn(new OtherKeysError(missing).message);
    } catch (error) {
      if (error instanceof OtherKeysError) isComplete = false;
      warn(`The keys could not be looked at: ${error instanceof Error ? error.message : error}`);
    }
  }

  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return { isComplete: () => isComplete, look, stop: () => clearInterval(timer) };
}

/** Changes when the file does. */
async function versionOf(folder: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(keyFilePath(folder));
  return [ino, mtimeMs, size].join(' ');
}
