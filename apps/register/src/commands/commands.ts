import type { Command } from './command.ts';
import { addKey, listKeysOf, removeKey, succeed } from './institutions.ts';
import { listKeys, retireKey, rotateKey } from './keys.ts';
import { migrate } from './migrate.ts';
import { population } from './population.ts';
import { reencryptAll } from './reencrypt.ts';
import { addReference } from './reference.ts';
import { retain } from './retention.ts';
import { serve } from './serve.ts';

/** Every command, in the order in which help tells them. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  listKeys,
  rotateKey,
  retireKey,
  reencryptAll,
  retain,
  addKey,
  listKeysOf,
  removeKey,
  succeed,
  addReference,
  population,
];
