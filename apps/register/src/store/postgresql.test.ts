import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../test-support/kept-database.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/postgresql/test-database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPGlite } from './pglite.ts';
import { openPostgresql, openScriptConnection } from './postgresql.ts';

let server: TestDatabase;
beforeEach(async () => {
  const created = await createTestDatabase('empty');
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  server = created;
});
afterEach(() => server.remove());

test('several processes that start at once migrate a database once', async () => {
  const starts = Array.from({ length: 6 }, () => openPostgresql({ primary: server.address }));
  const stores = await Promise.all(starts);

  const results = await Promise.all(
    stores.map(({ database }) => sql`select name from migrations order by name`.execute(database)),
  );
  const migrations = await readMigrations();
  for (const { rows } of results) {
    expect(rows).toEqual(migrations.map(({ name }) => ({ name })));
  }
  await Promise.all(stores.map((store) => store.close()));
});

test('whoever reads a table gets by while a migration waits for somebody else', async () => {
  const read = { name: '0001-read.sql', script: 'create table much_read (id integer)' };
  const change = { name: '0002-change.sql', script: 'alter table much_read add name text' };
  const open = () => openScriptConnection(server.address);
  const [backup, reader, migrator] = [await open(), await open(), await open()];
  await migrate(migrator.inTransaction, [read]);
  const end = Promise.withResolvers<void>();
  const copying = backup.inTransaction(async (session) => {
    await session.exec('table much_read');
    await end.promise;
  });

  const migrating = migrate(migrator.inTransaction, [read, change]);
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect
    .poll(() => reader.inTransaction((session) => session.query(waiting)))
    .toMatchObject({ rows: [{}] });
  await reader.inTransaction((session) => session.exec('table much_read'));
  end.resolve();
  await copying;
  await migrating;
  await reader.inTransaction((session) => session.exec('select name from much_read'));
  for (const connection of [backup, reader, migrator]) await connection.close();
});

const values = sql`
  select '\\x00ff'::bytea as bytes, 9007199254740991::bigint as safe,
    9007199254740993::bigint as unsafe, date '2026-02-28' as day,
    timestamptz '2026-02-28 12:00+01' as moment, '{"a,b",NULL}'::text[] as texts,
    array['00000000-0000-4000-8000-000000000001']::uuid[] as ids, '{1,2}'::integer[] as numbers,
    sum(1::bigint) as total, count(*) as count, null::bytea as nothing
`;

test('gives columns the types that PGlite gives them', async () => {
  const store = await openPostgresql({ primary: server.address });
  const embedded = await openPGlite({ memory: await emptyDatabase() });

  const [row] = (await values.execute(store.database)).rows;
  expect(row).toStrictEqual((await values.execute(embedded.database)).rows[0]);
  expect(row).toMatchObject({
    bytes: new Uint8Array([0, 255]),
    safe: Number.MAX_SAFE_INTEGER,
    unsafe: 9007199254740993n,
    day: '2026-02-28',
    moment: new Date('2026-02-28T11:00:00Z'),
    texts: ['a,b', null],
  });
  await store.close();
  await embedded.close();
});
