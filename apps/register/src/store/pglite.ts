import { PGlite, types } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { migrate, readMigrations } from './migrate.ts';
import { createDatabase, type Store } from './store.ts';

/** Where PGlite has its database: in a folder, or in memory, as a copy of the given files. */
export type PGliteLocation = { readonly folder: string } | { readonly memory: Blob };

/** Of a new database: of the usual 128 MB all is cleared at each start, which takes longer than the rest. */
const postgresqlconf = ['shared_buffers = 32MB'];

/** Opens a database in this process, makes it when there is none, and brings it up to date. */
export async function openPGlite(location: PGliteLocation): Promise<Store> {
  const pglite = await PGlite.create({
    ...('folder' in location
      ? { dataDir: location.folder, postgresqlconf }
      : { loadDataDir: location.memory }),
    // A date is a day on the calendar, not a moment.
    parsers: { [types.DATE]: (value) => value },
  });
  try {
    await migrate((work) => pglite.transaction(work), await readMigrations());
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const database = createDatabase(new PGliteDialect({ pglite }));
  return {
    database,
    readDatabase: database,
    poolSize: 1,
    connections: () => ({ total: 1, idle: 0, waiting: 0 }),
    async close() {
      await database.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}
