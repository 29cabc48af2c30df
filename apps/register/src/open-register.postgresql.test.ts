import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { parseConfiguration } from './configuration.ts';
import { openGuardedStore, openRegister } from './open-register.ts';
import type { Database } from './store/store.ts';
import { createTestDatabase } from './test-support/postgresql/test-database.ts';

async function statementLimitOf(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ statementTimeout: string }>`show statement_timeout`.execute(
    database,
  );
  return rows[0]?.statementTimeout;
}

test('a statement of a request ends in time, one of a command takes as long as it takes', async () => {
  const created = await createTestDatabase();
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  const folder = await mkdtemp(join(tmpdir(), 'register-'));
  const [databaseUrl = ''] = created.address.connections();
  const configuration = parseConfiguration({ REGISTER_DATA: folder, DATABASE_URL: databaseUrl });

  const serving = await openRegister(configuration, () => {});
  expect(await statementLimitOf(serving.register.database)).toBe('30s');
  await serving.close();
  const store = await openGuardedStore(configuration);
  expect(await statementLimitOf(store.database)).toBe('0');
  await store.close();

  await created.remove();
  await rm(folder, { recursive: true });
});
