import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { DatabaseAddress } from './database-address.ts';
import { type InTransaction, migrate, readMigrations, type ScriptSession } from './migrate.ts';
import { createPool, type PoolOptions, poolSize } from './postgresql-pool.ts';
import { createDatabase, type Store } from './store.ts';

/** Where PostgreSQL has the database. */
export interface PostgresqlLocation {
  readonly primary: DatabaseAddress;
  /** A streaming replica, to read from. */
  readonly replica?: DatabaseAddress;
}

/**
 * Connects to a database on a PostgreSQL server, and brings it up to date.
 *
 * @throws {DatabaseUnavailableError} when the primary cannot be reached.
 */
export async function openPostgresql(
  { primary, replica }: PostgresqlLocation,
  options: Pick<PoolOptions, 'statementLimit'> = {},
): Promise<Store> {
  await migrateServer(primary);
  const pool = createPool(primary, { purpose: 'write', ...options });
  const readPool =
    replica === undefined ? pool : createPool(replica, { purpose: 'read', ...options });
  const database = createDatabase(new PostgresDialect({ pool }));
  const readDatabase =
    readPool === pool ? database : createDatabase(new PostgresDialect({ pool: readPool }));
  return {
    database,
    readDatabase,
    poolSize,
    connections() {
      const counts = pool.counts();
      if (readPool === pool) return counts;
      const readCounts = readPool.counts();
      return {
        total: counts.total + readCounts.total,
        idle: counts.idle + readCounts.idle,
        waiting: counts.waiting + readCounts.waiting,
      };
    },
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
  const pool = createPool(address, { purpose: 'write' });
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
