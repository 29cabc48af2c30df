import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../test-support/kept-database.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/postgresql/test-database.ts';
import { DatabaseNewerError, migrate, readMigrations } from './migrate.ts';
import { openScriptConnection, type ScriptConnection } from './postgresql.ts';

let server: TestDatabase | undefined;
let connection: ScriptConnection;
beforeEach(async () => {
  server = await createTestDatabase('empty');
  connection = server ? await openScriptConnection(server.address) : await openEmptyPGlite();
});
afterEach(async () => {
  await connection.close();
  await server?.remove();
});

async function openEmptyPGlite(): Promise<ScriptConnection> {
  const pglite = await PGlite.create({ loadDataDir: await emptyDatabase() });
  return {
    inTransaction: (work) => pglite.transaction(work),
    close: () => pglite.close(),
  };
}

async function select(statement: string): Promise<readonly object[]> {
  const { rows } = await connection.inTransaction((session) => session.query(statement));
  return rows;
}

/** The tables that {@link contentOfThen} fills. */
async function selectAll(): Promise<Record<string, readonly object[]>> {
  const content: Record<string, readonly object[]> = {};
  for (const table of [
    'institutions',
    'holders',
    'records',
    'diploma_versions',
    'diploma_counts',
  ]) {
    content[table] = await select(`select * from ${table}`);
  }
  return content;
}

const holder = '00000000-0000-4000-8000-000000000001';
const diploma = '00000000-0000-4000-8000-000000000002';
const contentOfThen = `
  insert into institutions values ('98AA', 'Merelveld College', 'Zwolle', '{vo}', null, null);
  insert into holders values ('${holder}', '\\x01', 'hash-1', '\\x02', 'content-1');
  insert into records values ('98AA', 'record-1', '${holder}', '${diploma}');
  insert into diploma_versions values ('${holder}', '${diploma}', 1, 'valid', true, 'vo', 'vwo',
    'elementcode', '0170', '98AA', '2023-07-06', '\\x03', '\\x04', 'content-1', 0, 77, now());
  insert into diploma_counts (sector, year, change) values ('vo', 2023, 1);
`;

test('a database of an earlier version keeps what is in it', async () => {
  const migrations = await readMigrations();
  await migrate(
    connection.inTransaction,
    migrations.filter(({ name }) => name < '0004'),
  );
  await connection.inTransaction((session) => session.exec(contentOfThen));
  const before = await selectAll();

  await migrate(connection.inTransaction, migrations);

  expect(await selectAll()).toMatchObject(before);
  const names = await select('select name from migrations order by applied_at, name');
  expect(names).toEqual(migrations.map(({ name }) => ({ name })));
});

test('a migration that fails leaves nothing of itself behind, and those before it stay', async () => {
  const migrations = [
    { name: '0001-good.sql', script: 'create table good (id integer)' },
    { name: '0002-bad.sql', script: 'create table bad (id integer); select 1 / 0' },
  ];
  await expect(migrate(connection.inTransaction, migrations)).rejects.toThrow('division by zero');

  expect(await select('select name from migrations')).toEqual([{ name: '0001-good.sql' }]);
  expect(await select(`select to_regclass('bad') as bad, to_regclass('good') as good`)).toEqual([
    { bad: null, good: 'good' },
  ]);
});

test('an earlier version keeps away from the database of a later one', async () => {
  const migrations = await readMigrations();
  await migrate(connection.inTransaction, migrations);

  const earlier = migrate(connection.inTransaction, migrations.slice(0, -1));
  await expect(earlier).rejects.toThrow(DatabaseNewerError);
});
