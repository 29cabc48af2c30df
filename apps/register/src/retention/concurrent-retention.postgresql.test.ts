import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAccess } from '../access-records/access-record.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { applyRetention } from './apply-retention.ts';
import { terms } from './terms.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** Holders with a diploma of 1990, and with access records of today. */
async function makeHolders(count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, at) => {
    const person = { bsn: testBsn(at), birthDate: '1972-01-01' };
    return registerLine(`old-${at}`, person, { awardedOn: '1990-06-30' });
  });
  await deliver(register, lines);
  const { database } = register.register;
  const holders = await database.selectFrom('holders').select('id').orderBy('id').execute();
  for (const { id } of holders) {
    await recordAccess(database, register.register, id, {
      way: 'share-opened',
      shareId: randomUUID(),
      diplomaIds: [],
    });
  }
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `.execute(register.register.database);
  return Number(rows[0]?.waiting);
}

test('retention by command and retention of the day take nothing from each other', async () => {
  const { configuration, database } = register.register;
  await makeHolders(2);
  const held = Promise.withResolvers<HolderId>();
  const release = Promise.withResolvers<void>();
  const holding = database.transaction().execute(async (transaction) => {
    const { holderId } = await transaction
      .selectFrom('accessRecords')
      .select('holderId')
      .orderBy('holderId', 'desc')
      .forUpdate()
      .executeTakeFirstOrThrow();
    held.resolve(holderId);
    await release.promise;
  });
  await held.promise;

  const diplomas = { ...configuration.retention, diplomas: 30 };
  const now = register.clock.now();
  const later = new Date(now.getTime() + (terms.accessRecords.usual + 1) * 24 * 60 * 60_000);
  const one = applyRetention(database, configuration.retention, later);
  await expect.poll(waiting).toBe(1);
  const other = applyRetention(database, diplomas, now);
  await expect.poll(waiting).toBe(2);
  release.resolve();
  await holding;

  expect(await one).toMatchObject({ accessRecords: 2 });
  expect(await other).toMatchObject({ diplomas: 2 });
});
