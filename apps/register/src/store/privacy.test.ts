import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** All rows of all tables, as text and as the bytes that are in them. */
async function dump(): Promise<string> {
  const { database } = register.register;
  const tables = await database.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(database)),
  );
  const text = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value);
  return rows
    .flatMap(({ rows }) => rows as Record<string, unknown>[])
    .flatMap((row) => Object.values(row).map(text))
    .join('\n');
}

test('a stolen database names nobody', async () => {
  const bsn = testBsn(5);
  const holder = {
    bsn,
    givenNames: 'Willemijn',
    familyName: 'Zonderling',
    birthDate: '2004-02-29',
  };
  const faulty = { ...registerLine('bad', holder), Willemijn: 'Zonderling' };
  await deliver(register, [registerLine('record-1', holder), faulty]);

  const content = await dump();
  expect(content).toContain('record-1');
  expect(content).toContain('Merelveld College');
  for (const secret of [bsn, 'Willemijn', 'Zonderling', '2004-02-29']) {
    expect(content).not.toContain(secret);
  }
});
