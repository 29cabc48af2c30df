import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from './commands/run.ts';
import { openScriptConnection } from './store/postgresql.ts';
import { createTestDatabase, type TestDatabase } from './test-support/postgresql/test-database.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  const created = await createTestDatabase('empty');
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  database = created;
});
afterEach(async () => {
  await database.remove();
  await rm(folder, { recursive: true });
});

function url(): string {
  const [connection = ''] = database.address.connections();
  return connection;
}

async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommandLine(words, {
    environment: { REGISTER_DATA: folder, DATABASE_URL: url(), ...environment },
    out: (line) => said.push(line),
    error: (line) => complained.push(line),
  });
  return { code, output: said.join('\n'), errors: complained.join('\n') };
}

test('the database of DATABASE_URL is brought up to date, also by two at once', async () => {
  const done = { code: 0, output: 'The database is up to date.', errors: '' };
  expect(await Promise.all([run(['migrate']), run(['migrate'])])).toEqual([done, done]);
  expect(await run(['migrate'])).toEqual(done);
});

test('reference data go there', async () => {
  const file = join(folder, 'more.json');
  await writeFile(file, JSON.stringify({ subjects: [{ code: '1999', name: 'Sterrenkunde' }] }));
  expect(await run(['reference', file])).toMatchObject({ code: 0, errors: '' });

  const connection = await openScriptConnection(database.address);
  const { rows } = await connection.inTransaction((session) =>
    session.query('select name from subjects'),
  );
  expect(rows).toEqual([{ name: 'Sterrenkunde' }]);
  await connection.close();
});

describe('institutions', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let file: string;
  beforeEach(async () => {
    file = join(folder, 'public.pem');
    await writeFile(file, publicKey.export({ format: 'pem', type: 'spki' }));
    const own = new URL('../reference/institutions.json', import.meta.url);
    expect(await run(['reference', fileURLToPath(own)])).toMatchObject({ code: 0, errors: '' });
  });

  test('get keys, which are listed and removed', async () => {
    const { errors, output } = await run(['institutions', 'key', 'add', '98AA', file]);
    expect(errors).toBe('');
    const [, key = ''] = /^Institution 98AA may use the key ([\w-]{43})\.$/.exec(output) ?? [];

    const listed = await run(['institutions', 'key', 'list', '98AA']);
    expect(listed.output).toMatch(new RegExp(`^${key}  added \\d{4}-\\d{2}-\\d{2}$`));
    const none = await run(['institutions', 'key', 'list', '98CC']);
    expect(none).toEqual({ code: 0, output: 'Institution 98CC has no keys.', errors: '' });

    const remove = () => run(['institutions', 'key', 'remove', '98AA', key]);
    expect(await remove()).toMatchObject({ code: 0 });
    const errorsOfSecond = `Institution 98AA has no key ${key}.`;
    expect(await remove()).toEqual({ code: 1, output: '', errors: errorsOfSecond });
  });

  test('get no key that is none, and none gets one that is not known', async () => {
    expect(await run(['institutions', 'key', 'add', '00XX', file])).toMatchObject({
      code: 1,
      errors: 'The reference data know no institution 00XX; add it first.',
    });
    await writeFile(file, 'bread');
    const { code, errors } = await run(['institutions', 'key', 'add', '98AA', file]);
    expect(code).toBe(1);
    expect(errors).toContain(`${file}: `);
  });

  test('succeed each other, and never both ways', async () => {
    expect(await run(['institutions', 'successor', '98AA', '98BB'])).toEqual({
      code: 0,
      output: 'Institution 98BB answers for the records of 98AA.',
      errors: '',
    });
    expect(await run(['institutions', 'successor', '98BB', '98AA'])).toEqual({
      code: 1,
      output: '',
      errors: 'The successor is itself succeeded by the predecessor.',
    });
  });
});

test('what has had its term is removed, as the environment has it, and counted', async () => {
  await run(['migrate']);
  const connection = await openScriptConnection(database.address);
  await connection.inTransaction((session) =>
    session.exec(`
      insert into deliveries values ('00000000-0000-4000-8000-000000000001', '98AA',
        now() - interval '100 days', 1, 0, 0, 0, 0, 1);
      insert into delivery_rejections
        values ('00000000-0000-4000-8000-000000000001', 1, '\\x00', 'content-1');
    `),
  );
  await connection.close();

  const kept = ['shares', 'accessRecords', 'correctionRequests', 'rejections', 'diplomas']
    .map((name) => `${name}: 0 removed`)
    .join('\n');
  expect(await run(['retention'])).toEqual({ code: 0, output: kept, errors: '' });
  const shorter = { RETENTION_REJECTIONS_DAYS: '99' };
  expect(await run(['retention'], shorter)).toEqual({
    code: 0,
    output: kept.replace('rejections: 0', 'rejections: 1'),
    errors: '',
  });
});

test('a server that cannot start lets the database go, so that its process ends', async () => {
  const { code, errors } = await run(['serve'], { ELEMENTS_FOLDER: folder, REGISTER_PORT: '0' });
  expect(code).toBe(1);
  expect(errors).toContain('ELEMENTS_FOLDER');

  const connection = await openScriptConnection(database.address);
  // PostgreSQL takes a moment to see that somebody has gone.
  const others = () =>
    connection.inTransaction((session) =>
      session.query(
        'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    );
  await expect.poll(others).toMatchObject({ rows: [] });
  await connection.close();
});

describe('what is wrong is told in words that help, and without the password', () => {
  test('addresses that are none, each with what it should be', async () => {
    const { code, errors } = await run(['migrate'], {
      DATABASE_URL: 'postgresql://register:a-secret@host',
      DATABASE_READ_URL: 'mysql://register:a-secret@host/register',
    });

    expect(code).toBe(1);
    expect(errors.match(/DATABASE_(READ_)?URL must be an address such as/g)).toHaveLength(2);
    expect(errors).not.toContain('a-secret');
  });

  test('a replica of nothing', async () => {
    const environment = { DATABASE_READ_URL: url() };
    const said: string[] = [];
    await runCommandLine(['migrate'], {
      environment,
      out: () => {},
      error: (line) => said.push(line),
    });

    expect(said.join()).toContain('DATABASE_READ_URL is of no use without DATABASE_URL.');
  });

  test('a server that is away', async () => {
    const address = `postgresql://register:a-secret@${encodeURIComponent(folder)}/register`;
    const { code, errors } = await run(['migrate'], { DATABASE_URL: address });

    expect(code).toBe(1);
    expect(errors).toMatch(/^The database cannot be reached: ENOENT \(postgresql:\/\/[^@]+\)$/);
  });

  test('a wrong password', async () => {
    const address = url().replace(/:[0-9a-f]+@/, ':a-wrong-secret@');
    const { errors } = await run(['migrate'], { DATABASE_URL: address });

    expect(errors).toMatch(/^The database refuses this user or password \(postgresql:\/\/[^@]+\)$/);
  });

  test('a database of a newer version', async () => {
    await run(['migrate']);
    const connection = await openScriptConnection(database.address);
    await connection.inTransaction((session) =>
      session.exec(`insert into migrations values ('9999-later.sql', now())`),
    );
    await connection.close();

    expect(await run(['migrate'])).toMatchObject({
      code: 1,
      errors: 'A newer version of the register made this database: it has 9999-later.sql.',
    });
  });
});
