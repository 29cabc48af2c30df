import { join } from 'node:path';
import { type Configuration, parseConfiguration } from '../configuration.ts';
import { readKeyFile, writeKeyFile } from '../keys/key-file.ts';
import type { KeyMaterial } from '../keys/key-material.ts';
import { type FolderGuard, FolderTakenError, guardFolder } from '../store/folder-guard.ts';
import { type Call, CommandError } from './command.ts';

/** The keys that a command is about, and where they are. */
export interface KeyFolder {
  readonly configuration: Configuration;
  readonly folder: string;
  readonly material: KeyMaterial;
}

/** @throws {CommandError} when there are no keys yet. */
export async function openKeyFolder({
  environment,
}: Pick<Call, 'environment'>): Promise<KeyFolder> {
  const configuration = parseConfiguration(environment);
  const folder = join(configuration.dataFolder, 'keys');
  return { configuration, folder, material: await readKeys(folder) };
}

/**
 * Changes the keys as they are now, which nobody else changes meanwhile: nothing that another command
 * did since this one began is undone.
 *
 * @throws {CommandError} when another command changes them.
 */
export async function changeKeys<Change extends { readonly material: KeyMaterial }>(
  folder: string,
  change: (material: KeyMaterial) => Change | Promise<Change>,
): Promise<Change> {
  const guard = guardKeys(folder);
  try {
    const changed = await change(await readKeys(folder));
    await writeKeyFile(folder, changed.material);
    return changed;
  } finally {
    guard.release();
  }
}

async function readKeys(folder: string): Promise<KeyMaterial> {
  const material = await readKeyFile(folder);
  if (material !== undefined) return material;
  throw new CommandError(`There are no keys in ${folder}: the first start makes them.`);
}

function guardKeys(folder: string): FolderGuard {
  try {
    return guardFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderTakenError)) throw error;
    throw new CommandError(`Another command changes the keys in ${folder}: try again in a moment.`);
  }
}
