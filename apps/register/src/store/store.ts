import { PGlite, types } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/**
 * The database. PGlite has one connection: inside a transaction use only the transaction, since a
 * query on the database itself waits for the transaction to end.
 */
export type Database = Kysely<Schema>;

/** What queries need that may run inside a transaction or outside. */
export type Queries = Database | Transaction<Schema>;

export interface Store {
  readonly database: Database;
  close(): Promise<void>;
}

/** Where a database is: in a folder, or in memory, as a copy of the given files. */
export type StoreLocation = { readonly folder: string } | { readonly memory: Blob };

/** Opens the database, makes it when there is none, and brings it up to date. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const pglite = await PGlite.create({
    ...('folder' in location ? { dataDir: location.folder } : { loadDataDir: location.memory }),
    // A date is a day on the calendar, not a moment.
    parsers: { [types.DATE]: (value) => value },
  });
  try {
    await migrate(pglite);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const database = new Kysely<Schema>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    database,
    async close() {
      await database.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}
