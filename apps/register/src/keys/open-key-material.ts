import type { Database } from '../store/store.ts';
import { announceKeys, hasAnnouncedKeys } from './announced-keys.ts';
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
  const material = (await readKeyFile(folder)) ?? (await createFirstKeys(folder, database, now));
  await announceKeys(database, material, now);
  return material;
}

async function createFirstKeys(
  folder: string,
  database: Database,
  now: Date,
): Promise<KeyMaterial> {
  if (await hasAnnouncedKeys(database)) throw new KeyFileMissingError(folder);
  const material = await createKeyMaterial(now);
  await writeKeyFile(folder, material);
  return material;
}
