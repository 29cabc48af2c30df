import { join } from 'node:path';
import { type Configuration, parseConfiguration } from '../configuration.ts';
import { readKeyFile } from '../keys/key-file.ts';
import type { KeyMaterial } from '../keys/key-material.ts';
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
  const material = await readKeyFile(folder);
  if (material === undefined) {
    throw new CommandError(`There are no keys in ${folder}: the first start makes them.`);
  }
  return { configuration, folder, material };
}
