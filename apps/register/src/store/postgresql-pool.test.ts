import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresPool } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test-support/postgresql/test-database.ts';
import { DatabaseAddress } from './database-address.ts';
import { createPool, type PoolOptions } from './postgresql-pool.ts';

let server: TestDatabase;
let folder: string;
const pools: PostgresPool[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  const created = await createTestDatabase('empty');
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  server = created;
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
  await server.remove();
  await rm(folder, { recursive: true });
});

function open(address: string, options: PoolOptions = { purpose: 'write' }): PostgresPool {
  const parsed = DatabaseAddress.parse(address);
  if (parsed === undefined) throw new Error('The address is invalid.');
  const pool = createPool(parsed, options);
  pools.push(pool);
  return pool;
}

/** The address of the database of this test, changed. */
function address(change: (url: string) => string = (url) => url): string {
  const [url = ''] = server.address.connections();
  return change(url);
}

async function execute(pool: PostgresPool, statement: string) {
  const client = await pool.connect();
  try {
    return (await client.query<{ value: unknown }>(statement, [])).rows;
  } finally {
    client.release();
  }
}

async function select(pool: PostgresPool, expression: string) {
  return (await execute(pool, `select ${expression} as value`))[0]?.value;
}

/** A host of which somebody should stay away, and how often it was asked for a connection. */
async function listenForVisits() {
  let visits = 0;
  const host = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  host.listen(join(folder, '.s.PGSQL.5432'));
  await once(host, 'listening');
  return { visits: () => visits, close: () => host.close() };
}

const unavailable = (message: string | RegExp, code?: string) =>
  expect.objectContaining({
    name: 'DatabaseUnavailableError',
    message: expect.stringMatching(message),
    ...(code && { code }),
  });

test('says what is wrong with an address, without the password', async () => {
  const wrongPassword = open(address((url) => url.replace(/:[0-9a-f]+@/, ':a-wrong-secret@')));
  await expect(wrongPassword.connect()).rejects.toEqual(
    unavailable(/^The database refuses this user or password \(postgresql:\/\/[^@]+\)$/, '28P01'),
  );

  const nowhere = open(`postgresql://register:secret@${encodeURIComponent(folder)}/register`);
  await expect(nowhere.connect()).rejects.toEqual(
    unavailable(/^The database cannot be reached: ENOENT \([^@]+\)$/, 'ENOENT'),
  );

  const noDatabase = open(address((url) => url.replace(/\/[^/]+$/, '/elsewhere')));
  await expect(noDatabase.connect()).rejects.toEqual(
    unavailable(/^There is no such database \([^@]+\)$/, '3D000'),
  );
});

test('takes the first host that can be reached, and stays there', async () => {
  const dead = encodeURIComponent(folder);
  const pool = open(address((url) => url.replace('@', `@${dead},`)));

  expect(await select(pool, 'current_database()')).toBe(new URL(address()).pathname.slice(1));
});

/** The address of the database of this test, and after it a host that is only there in the folder. */
const withFormerPrimary = () =>
  address((url) => url.replace(/(@[^/]+)/, `$1,${encodeURIComponent(folder)}`));

test('stays with a host whose connections are all in use', async () => {
  const former = await listenForVisits();
  const pool = open(withFormerPrimary(), { purpose: 'write', connectLimit: 2_000 });
  const taken = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
  const refused = await Promise.allSettled([pool.connect()]);
  for (const client of taken) client.release();

  expect(refused).toMatchObject([{ reason: unavailable('are all in use') }]);
  expect(await select(pool, '1')).toBe(1);
  expect(former.visits()).toBe(0);
  former.close();
});

test('stays with a host that has no connections left', async () => {
  const former = await listenForVisits();
  const name = new URL(address()).pathname.slice(1);
  const administration = open(address());
  await execute(administration, `create role ${name} login password 'open' connection limit 1`);
  const pool = open(withFormerPrimary().replace(/\/\/[^@]+/, `//${name}:open`));
  const taken = await pool.connect();
  const refused = await Promise.allSettled([pool.connect()]);
  taken.release();
  await execute(administration, `drop role ${name}`);

  expect(refused).toMatchObject([{ reason: unavailable('are all in use', '53300') }]);
  expect(former.visits()).toBe(0);
  former.close();
});

test('takes no host for writing that only reads', async () => {
  await select(open(address()), `set_config('search_path', '', false)`);
  const standby = address((url) => `${url}?options=-c%20default_transaction_read_only%3Don`);

  await expect(open(standby).connect()).rejects.toEqual(unavailable('is a standby'));
  expect(await select(open(standby, { purpose: 'read' }), '1')).toBe(1);
});

describe('a server that says nothing', () => {
  const sockets = new Set<Socket>();
  let silent: Server;
  beforeEach(async () => {
    silent = createServer((socket) => sockets.add(socket));
    silent.listen(join(folder, '.s.PGSQL.5432'));
    await once(silent, 'listening');
  });
  function hangUp() {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  }
  afterEach(() => {
    hangUp();
    silent.close();
  });

  test('is given up', async () => {
    const pool = open(`postgresql://register@${encodeURIComponent(folder)}/register`, {
      purpose: 'write',
      connectLimit: 500,
    });

    await expect(pool.connect()).rejects.toEqual(unavailable('cannot be reached'));
  });

  test('is left also by who waited behind those who found that it is gone', async () => {
    const pool = open(
      address((url) => url.replace('@', `@${encodeURIComponent(folder)},`)),
      { purpose: 'write', connectLimit: 2_000 },
    );
    const asked = Array.from({ length: 11 }, () => select(pool, '1'));
    await expect.poll(() => sockets.size, { timeout: 2_000 }).toBe(10);
    hangUp();

    expect(await Promise.all(asked)).toEqual(asked.map(() => 1));
  });
});

test('gives up on a statement that takes too long, and goes on', async () => {
  const pool = open(address(), { purpose: 'write', statementLimit: 500 });

  await expect(select(pool, 'pg_sleep(60)')).rejects.toEqual(unavailable('just now', '57014'));
  expect(await select(pool, '1')).toBe(1);
});

test('gives up on a server that fell silent, and never uses its connection again', async () => {
  const pool = open(address(), { purpose: 'write', statementLimit: 500 });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid', []);
  const pid = rows[0]?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(client.query('select 1', [])).rejects.toEqual(unavailable('just now'));
    await expect(client.query('rollback', [])).rejects.toEqual(unavailable('just now'));
    client.release();

    expect(await select(pool, `pg_backend_pid() <> ${pid}`)).toBe(true);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

test('an error of a statement is no fault of the database', async () => {
  const pool = open(address());

  await expect(select(pool, '1 / 0')).rejects.toMatchObject({ code: '22012' });
  expect(await select(pool, '1')).toBe(1);
});

test('prepares what comes often, which outlives a migration', async () => {
  const client = await open(address()).connect();
  await client.query('create table things (id integer, value text)', []);
  const ask = async (statement: string) => (await client.query(statement, [1])).rows;
  const statements = [
    'select value from things where id = $1',
    'select * from things where id = $1',
  ];
  for (const statement of statements) {
    for (let time = 0; time < 12; time += 1) expect(await ask(statement)).toEqual([]);
  }
  const prepared = await client.query('select statement from pg_prepared_statements', []);
  expect(prepared.rows).toEqual([{ statement: statements[0] }]);

  await client.query('alter table things add more text', []);
  await client.query(`insert into things values (1, 'here', 'and now')`, []);
  expect(await Promise.all(statements.map(ask))).toEqual([
    [{ value: 'here' }],
    [{ id: 1, value: 'here', more: 'and now' }],
  ]);
  client.release();
});
