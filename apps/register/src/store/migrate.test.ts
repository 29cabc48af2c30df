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

/** Every row of every table, beside the migrations themselves. */
async function selectAll(): Promise<Record<string, readonly object[]>> {
  const tables = (await select(`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name <> 'migrations'
  `)) as readonly { readonly name: string }[];
  const content: Record<string, readonly object[]> = {};
  for (const { name } of tables) content[name] = await select(`select * from ${name}`);
  return content;
}

const holder = '00000000-0000-4000-8000-000000000001';
const diploma = '00000000-0000-4000-8000-000000000002';
const id = '00000000-0000-4000-8000-000000000003';
/** What was in the tables that there were before a migration of this name. */
const contents: readonly (readonly [before: string, content: string])[] = [
  [
    '0100',
    `insert into institutions values ('98AA', 'Merelveld College', 'Zwolle', '{vo}', null, null);
    insert into programmes values ('elementcode', '0170', 'vwo', null, 'vo', 'vwo');
    insert into subjects values ('1001', 'Nederlands', 'Dutch');
    insert into holders values ('${holder}', '\\x01', 'hash-1', '\\x02', 'content-1');
    insert into records values ('98AA', 'record-1', '${holder}', '${diploma}');
    insert into diploma_versions values ('${holder}', '${diploma}', 1, 'valid', true, 'vo', 'vwo',
      'elementcode', '0170', '98AA', '2023-07-06', '\\x03', '\\x04', 'content-1', 0, 77, now());
    insert into status_list_revisions values (0, 1);
    insert into deliveries values ('${id}', '98AA', now(), 2, 1, 0, 0, 0, 1);
    insert into delivery_rejections values ('${id}', 2, '\\x05', 'content-1');
    insert into diploma_counts (sector, year, change) values ('vo', 2023, 1);`,
  ],
  [
    '0300',
    `insert into extracts
      values ('${holder}', 'DR-1', '\\x06', now(), 'nl', '{${diploma}}', '{1}');
    insert into extract_numbers values ('\\x07', '${holder}');
    insert into shares (holder_id, share_id, pin_hash, diploma_ids, expires_on, marks, created_at)
      values ('${holder}', '${id}', '\\x08', '{${diploma}}', '2027-01-31', true, now());
    insert into share_codes values ('\\x09', '${holder}', '${id}');
    insert into idempotent_responses
      values ('${holder}', 'createShare', '\\x0a', '\\x0b', now(), '\\x0c', 'content-1');
    insert into institution_successors values ('98AA', '98BB');
    insert into access_records
      values ('${holder}', now(), '${id}', 'share-opened', '\\x0d', 'content-1');
    insert into correction_requests values ('${holder}', '${id}', 'wrong', '98AA', '${diploma}',
      'open', '\\x0e', 'content-1', now(), now());
    insert into correction_inbox values ('98AA', '${id}', '${holder}');`,
  ],
];

test('a database of an earlier version keeps what is in it', async () => {
  const migrations = await readMigrations();
  for (const [before, content] of contents) {
    const earlier = migrations.filter(({ name }) => name < before);
    await migrate(connection.inTransaction, earlier);
    await connection.inTransaction((session) => session.exec(content));
  }
  const before = await selectAll();
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);

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
