import type { Database, Queries } from '../store/store.ts';
import { announceKeys, hasAnnouncedKeys, lockAnnouncedKeys } from './announced-keys.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import { createKeyMaterial, type KeyMaterial } from './key-material.ts';

/** A database was given without the keys that its data are under. */
export class KeyFileMissingError extends Error {
  constructor(folder: string) {
    super(`The database has data, but ${folder} has no keys.json: put its keys there.`);
    this.name = 'KeyFileMissingError';
  }
}

/**
 * Reads the keys in `folder`, and holds them against the database. Makes new ones only for a
 * database that never had any.
 *
 * @throws {KeyFileMissingError}
 * @throws {OtherKeysError}
 */
export async function openKeyMaterial(
  folder: string,
  database: Database,
  now: Date,
): Promise<KeyMaterial> {
  return database.transaction().execute(async (transaction) => {
    // Of several processes that start for the first time, one makes the keys and the others wait.
    await lockAnnouncedKeys(transaction);
    const known = await readKeyFile(folder);
    const material = known ?? (await createFirstKeys(folder, transaction, now));
    await announceKeys(transaction, material, now);
    return material;
  });
}

async function createFirstKeys(folder: string, queries: Queries, now: Date): Promise<KeyMaterial> {
  if (await hasAnnouncedKeys(queries)) throw new KeyFileMissingError(folder);
  const material = await createKeyMaterial(now);
  await writeKeyFile(folder, material);
  return material;
}
