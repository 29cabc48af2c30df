import { CamelCasePlugin, type Dialect, Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * The database. PGlite has one connection: inside a transaction use only the transaction, since a
 * query on the database itself waits for the transaction to end.
 */
export type Database = Kysely<Schema>;

/** What queries need that may run inside a transaction or outside. */
export type Queries = Database | Transaction<Schema>;

/** Connections to a server: how many there are, how many are idle, how many callers wait for one. */
export interface ConnectionCounts {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What is done about something new in the transaction that stores it: both are so, or neither. */
export type Conclude<Made, Result> = (
  transaction: Transaction<Schema>,
  made: Made,
) => Promise<Result>;

export interface Store {
  /** Reads what is true now, and writes. */
  readonly database: Database;
  /** Reads, perhaps from a replica that is a moment behind. */
  readonly readDatabase: Database;
  /** To how many connections `database` is held: so many transactions are at work at once. */
  readonly poolSize: number;
  connections(): ConnectionCounts;
  close(): Promise<void>;
}

/** The database behind a dialect, with the names of {@link Schema}. */
export function createDatabase(dialect: Dialect): Database {
  return new Kysely<Schema>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
