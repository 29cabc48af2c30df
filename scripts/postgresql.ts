import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian keeps the programs of each version of PostgreSQL. */
const debianFolder = '/usr/lib/postgresql';

/**
 * The folder with the programs of a PostgreSQL that can also make replicas, which the one from the
 * package manager cannot; undefined where there is none.
 */
export function findReplicatingPrograms(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(debianFolder, version, 'bin'))
    .find((programs) => existsSync(join(programs, 'pg_basebackup')));
}
