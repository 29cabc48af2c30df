import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { DatabaseAddress } from './database-address.ts';
import { codeOf, DatabaseUnavailableError, isPassing } from './database-unavailable.ts';
import { createPreparedStatements, type PreparedStatements } from './prepared-statements.ts';
import type { ConnectionCounts } from './store.ts';

/** Whether a connection must be to a primary, or may be to a replica. */
export type Purpose = 'write' | 'read';

export interface PoolOptions {
  readonly purpose: Purpose;
  /** Milliseconds that a statement may take; without end when absent. */
  readonly statementLimit?: number;
  /** Milliseconds that a caller waits for a connection: 5,000 when absent. */
  readonly connectLimit?: number;
}

export interface CountedPool extends PostgresPool {
  counts(): ConnectionCounts;
}

/** Connections to a host at most. */
export const poolSize = 10;
/** Milliseconds for which a transaction may lie idle, since its locks hold up others. */
const idleLimit = 60_000;
/** Milliseconds after the limit of a statement after which the server is held to be gone. */
const grace = 5_000;
/** Milliseconds after which a connection that nobody uses is closed: to make ten anew holds up a burst. */
const restLimit = 10 * 60_000;
/** Milliseconds for which a replica that could not be reached is tried last. */
const rest = 10_000;

/**
 * Connections to the first host of an address that serves the purpose, made when they are needed.
 * For writing, it stays with a host until that one fails, so that a former primary that comes back
 * is not taken for the primary; for reading, it returns to the first host when that is back. A host
 * whose connections are all in use has not failed: who waited for one in vain may try again.
 */
export function createPool(address: DatabaseAddress, options: PoolOptions): CountedPool {
  const hosts = address.connections().map((connectionString) => ({
    pool: createHostPool(connectionString, options),
    /** Epoch milliseconds until when it is tried last. */
    restsUntil: 0,
  }));
  const prepared = createPreparedStatements();
  const restFor = options.purpose === 'write' ? Number.POSITIVE_INFINITY : rest;

  async function connect(): Promise<PostgresPoolClient> {
    let fault: unknown;
    const now = Date.now();
    const isResting = ({ restsUntil }: { readonly restsUntil: number }) => Number(restsUntil > now);
    for (const host of hosts.toSorted((one, other) => isResting(one) - isResting(other))) {
      try {
        const client = await host.pool.connect();
        host.restsUntil = 0;
        return watch(client, prepared);
      } catch (error) {
        fault = error;
        // A host that is full works, unless another caller found meanwhile that it does not.
        if (isFull(error) && host.restsUntil <= Date.now()) break;
        host.restsUntil = Date.now() + restFor;
      }
    }
    throw new DatabaseUnavailableError(`${explain(fault)} (${address})`, fault);
  }

  return {
    // Kysely takes the options to connect once more and cancel a query, which nobody does here.
    options: {},
    connect,
    counts: () => ({
      total: sum(hosts.map(({ pool }) => pool.totalCount)),
      idle: sum(hosts.map(({ pool }) => pool.idleCount)),
      waiting: sum(hosts.map(({ pool }) => pool.waitingCount)),
    }),
    async end() {
      await Promise.all(hosts.map(({ pool }) => pool.end()));
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function createHostPool(
  connectionString: string,
  { connectLimit = 5_000, purpose, statementLimit }: PoolOptions,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: 'register',
    types: columnTypes(),
    connectionTimeoutMillis: connectLimit,
    idleTimeoutMillis: restLimit,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idle_in_transaction_session_timeout: idleLimit,
    ...(statementLimit !== undefined && {
      statement_timeout: statementLimit,
      query_timeout: statementLimit + grace,
    }),
    ...(purpose === 'write' && { onConnect: demandPrimary }),
  });
  // A connection that breaks while nobody uses it is taken out of the pool.
  pool.on('error', () => {});
  // One that breaks while somebody uses it fails their query, which is where it is dealt with.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** As `target_session_attrs=read-write` of libpq: a standby takes no writes. */
async function demandPrimary(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('show transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'off') throw new StandbyError();
}

class StandbyError extends Error {
  constructor() {
    super('The database is a standby, which takes no writes.');
    this.name = 'StandbyError';
  }
}

/** SQLSTATEs after which a connection is of no use: the server stops, or has become a standby. */
const endingStates = /^(57P..|25006)$/;

/** A connection that tells when the database is away, and that is not used again once it broke. */
function watch(client: pg.PoolClient, prepared: PreparedStatements): PostgresPoolClient {
  let broken: unknown;
  function setBroken(error: unknown) {
    broken ??= error;
  }
  client.once('error', setBroken);

  async function query(statement: string, parameters: readonly unknown[]) {
    if (broken !== undefined) throw unavailable(broken);
    const name = parameters.length > 0 ? prepared.nameOf(statement) : undefined;
    try {
      return await client.query({ name, text: statement, values: [...parameters] });
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || endingStates.test(error.code ?? '')) {
        setBroken(error);
      }
      throw isPassing(error) || broken !== undefined ? unavailable(error) : error;
    }
  }

  return {
    // The other form of it takes cursors, for streams, of which the register makes none.
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      client.off('error', setBroken);
      client.release(destroy === true || broken !== undefined);
    },
  };
}

function unavailable(cause: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError('The database cannot do this just now.', cause);
}

/** Whether all connections are in use: those of the pool, which gives no code, or of the server. */
function isFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return fault.message === 'timeout exceeded when trying to connect' || codeOf(fault) === '53300';
}

/** What the operator should know of a connection that could not be made; never the password. */
function explain(fault: unknown): string {
  if (fault instanceof StandbyError) return fault.message;
  if (isFull(fault)) return 'The connections to the database are all in use';
  const code = codeOf(fault);
  switch (code) {
    case '28P01':
    case '28000':
      return 'The database refuses this user or password';
    case '3D000':
      return 'There is no such database';
    default:
      return `The database cannot be reached${code === undefined ? '' : `: ${code}`}`;
  }
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
