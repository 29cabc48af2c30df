import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { DatabaseAddress } from './database-address.ts';
import { type InTransaction, migrate, readMigrations, type ScriptSession } from './migrate.ts';
import { createDatabase, type Store } from './store.ts';

/** Where PostgreSQL has the database. */
export interface PostgresqlLocation {
  readonly primary: DatabaseAddress;
  /** A streaming replica, to read from. */
  readonly replica?: DatabaseAddress;
}

/** Connects to a database on a PostgreSQL server, and brings it up to date. */
export async function openPostgresql({ primary, replica }: PostgresqlLocation): Promise<Store> {
  await migrateServer(primary);
  const database = createDatabase(new PostgresDialect({ pool: createPool(primary) }));
  const readDatabase =
    replica === undefined
      ? database
      : createDatabase(new PostgresDialect({ pool: createPool(replica) }));
  return {
    database,
    readDatabase,
    async close() {
      await database.destroy();
      if (readDatabase !== database) await readDatabase.destroy();
    },
  };
}

/** Brings the database up to date. */
async function migrateServer(address: DatabaseAddress): Promise<void> {
  const connection = await openScriptConnection(address);
  try {
    await migrate(connection.inTransaction, await readMigrations());
  } finally {
    await connection.close();
  }
}

/** A connection on which scripts may take as long as they take. */
export interface ScriptConnection {
  readonly inTransaction: InTransaction;
  close(): Promise<void>;
}

export async function openScriptConnection(address: DatabaseAddress): Promise<ScriptConnection> {
  const pool = createPool(address);
  try {
    const client = await pool.connect();
    return {
      inTransaction: (work) => inTransaction(client, work),
      async close() {
        client.release();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function inTransaction<Result>(
  client: PostgresPoolClient,
  work: (session: ScriptSession) => Promise<Result>,
): Promise<Result> {
  await client.query('begin', []);
  try {
    const result = await work({
      exec: (script) => client.query(script, []),
      query: (statement, parameters = []) => client.query(statement, parameters),
    });
    await client.query('commit', []);
    return result;
  } catch (error) {
    await client.query('rollback', []);
    throw error;
  }
}

function createPool(address: DatabaseAddress): PostgresPool {
  const [connectionString] = address.connections();
  const pool = new pg.Pool({ connectionString, types: columnTypes() });
  // A connection that breaks while nobody uses it is taken out of the pool.
  pool.on('error', () => {});
  return pool as unknown as PostgresPool;
}

/** The same types from a server as from PGlite. */
function columnTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, (value) => {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : BigInt(value);
  });
  const parseBytes = pg.types.getTypeParser(pg.types.builtins.BYTEA);
  types.setTypeParser(pg.types.builtins.BYTEA, (value) => {
    const { buffer, byteOffset, length }: Buffer<ArrayBuffer> = parseBytes(value);
    return new Uint8Array(buffer, byteOffset, length);
  });
  // A date is a day on the calendar, not a moment.
  types.setTypeParser(pg.types.builtins.DATE, (value) => value);
  return types;
}
