import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './database-unavailable.ts';

const migrationFolder = new URL('migrations/', import.meta.url);

/** What a script needs of the database within a transaction. */
export interface ScriptSession {
  /** Runs statements, one or many. */
  exec(script: string): Promise<unknown>;
  query<Row extends object>(
    statement: string,
    parameters?: unknown[],
  ): Promise<{ readonly rows: readonly Row[] }>;
}

/** Does work in a transaction, which is undone when the work fails. */
export type InTransaction = <Result>(
  work: (session: ScriptSession) => Promise<Result>,
) => Promise<Result>;

export interface Migration {
  /** The name of its file, which also is its place in the order. */
  readonly name: string;
  readonly script: string;
}

/** The database is further than this version of the register. */
export class DatabaseNewerError extends Error {
  constructor(unknown: readonly string[]) {
    super(`A newer version of the register made this database: it has ${unknown.join(', ')}.`);
    this.name = 'DatabaseNewerError';
  }
}

/** The migrations of this version, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(migrationFolder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => ({
      name,
      script: await readFile(new URL(name, migrationFolder), 'utf8'),
    })),
  );
}

/**
 * Runs the migrations that this database has not seen, in order, each in a transaction of its own.
 * They only go forward. Of several processes that start at once, one runs a migration and the
 * others wait for it. A migration that has to wait for whoever uses a table, such as a backup, lets
 * others by now and then: they would wait behind it.
 *
 * @throws {DatabaseNewerError} when the database has migrations that are not among these.
 */
export async function migrate(
  inTransaction: InTransaction,
  migrations: readonly Migration[],
): Promise<void> {
  const applied = await inTransaction(async (session) => {
    await takeTurn(session);
    await session.exec(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null)',
    );
    return readApplied(session);
  });
  const unknown = [...applied].filter((name) => !migrations.some((known) => known.name === name));
  if (unknown.length > 0) throw new DatabaseNewerError(unknown.sort());
  for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
    while (!(await apply(inTransaction, migration))) await wait(pause);
  }
}

/**
 * Milliseconds that a migration waits for a table: longer than most deliveries, shorter than callers
 * wait for a connection.
 */
const patience = 4_000;
/** Milliseconds until it tries again. */
const pause = 4_000;

/** Runs a migration, unless it was run; false when a table that it needs was in use for too long. */
async function apply(inTransaction: InTransaction, { name, script }: Migration): Promise<boolean> {
  try {
    await inTransaction(async (session) => {
      await takeTurn(session);
      if ((await readApplied(session)).has(name)) return;
      await session.exec(`set local lock_timeout = ${patience}`);
      await session.exec(script);
      await session.query('insert into migrations values ($1, now())', [name]);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === lockNotAvailable) return false;
    throw error;
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const lockNotAvailable = '55P03';

/** The key of the advisory lock, which nothing else in the register takes: "migrates" in ASCII. */
const lockKey = Buffer.from('migrates').readBigInt64BE();

/** Waits, however long, for another process that migrates. */
async function takeTurn(session: ScriptSession): Promise<void> {
  await session.exec(`select pg_advisory_xact_lock(${lockKey})`);
}

async function readApplied(session: ScriptSession): Promise<Set<string>> {
  const { rows } = await session.query<{ name: string }>('select name from migrations');
  return new Set(rows.map(({ name }) => name));
}
