import type { Statistics } from '@diplomaregister/contract';
import { PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseAddress } from '../store/database-address.ts';
import { createPool } from '../store/postgresql-pool.ts';
import { createDatabase } from '../store/store.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { createRecentStatistics, statisticsTtl } from './recent-statistics.ts';
import { foldCounts } from './statistics.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** What is told when the counts from before are told no more. */
async function statistics() {
  register.clock.advance(2 * statisticsTtl);
  return (await register.server.inject('/v1/statistics')).json<Statistics>();
}

test('counts the diplomas that stand, by sector and year of award', async () => {
  expect(await statistics()).toEqual({
    countedAt: '2026-11-23T12:00:10.000Z',
    diplomas: { total: 0, bySectorAndYear: [] },
    extracts: { pastTwelveMonths: 0 },
  });

  const holder = { bsn: testBsn(1) };
  const nursing = {
    institution: '98CC',
    programme: { scheme: 'crebo', code: '25656' },
    awardedOn: '2024-06-30',
  } as const;
  await deliver(register, [
    registerLine('one', holder),
    registerLine('two', holder),
    registerLine('three', holder, { awardedOn: '2022-07-01' }),
  ]);
  await deliver(register, [registerLine('four', holder, nursing)], '98CC');
  await deliver(register, [
    withdrawLine('one'),
    // A correction of the year counts in the other year.
    registerLine('three', holder, { awardedOn: '2023-07-01' }),
  ]);

  const expected = {
    total: 3,
    bySectorAndYear: [
      { sector: 'mbo', year: 2024, count: 1 },
      { sector: 'vo', year: 2023, count: 2 },
    ],
  };
  expect((await statistics()).diplomas).toEqual(expected);
  await foldCounts(register.register.database);
  expect((await statistics()).diplomas).toEqual(expected);
  const rows = await register.register.database.selectFrom('diplomaCounts').selectAll().execute();
  expect(rows).toHaveLength(2);
});

test('counts once for all who ask within five seconds', async () => {
  const before = await statistics();
  await deliver(register, [registerLine('five', { bsn: testBsn(2) })]);
  const ask = () => register.server.inject('/v1/statistics');
  register.clock.advance(statisticsTtl - 1);
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  for (const answer of answers) expect(answer.json()).toEqual(before);

  register.clock.advance(statisticsTtl + 1);
  const counted = Array.from({ length: 20 }, () => register.register.recentStatistics.get());
  expect(new Set(await Promise.all(counted)).size).toBe(1);
  const after = (await ask()).json<Statistics>();
  expect(after.diplomas.total).toBe(before.diplomas.total + 1);
  expect(after.countedAt).not.toBe(before.countedAt);
});

test('nobody waits while it is counted anew, when it was counted a moment ago', async () => {
  const before = await statistics();
  register.clock.advance(statisticsTtl);
  const { recentStatistics } = register.register;

  expect(await recentStatistics.get()).toEqual(before);
  await expect
    .poll(() => recentStatistics.get())
    .toMatchObject({ countedAt: register.clock.now().toISOString() });
});

test('counts anew after a fault, also within five seconds', async () => {
  const { database, now, readDatabase } = register.register;
  let calls = 0;
  const recent = createRecentStatistics({
    database,
    readDatabase,
    now() {
      calls += 1;
      // The second is that of counting.
      if (calls === 2) throw new Error('away');
      return now();
    },
  });
  await expect(recent.get()).rejects.toThrow('away');
  expect((await recent.get()).diplomas.total).toBeGreaterThan(0);
});

test('counts also when there is no primary to fold the rows', async () => {
  const { register: parts } = register;
  const before = (await statistics()).diplomas;
  const rows = Array.from({ length: 2_002 }, (_, at) => ({
    sector: 'vo' as const,
    year: 2020,
    change: at % 2 === 0 ? 1 : -1,
  }));
  await parts.database.insertInto('diplomaCounts').values(rows).execute();
  const nowhere = DatabaseAddress.parse('postgresql://127.0.0.1:1/register');
  if (nowhere === undefined) throw new Error('That is an address.');
  const pool = createPool(nowhere, { purpose: 'write' });
  const database = createDatabase(new PostgresDialect({ pool }));
  const recent = createRecentStatistics({ ...parts, database });

  expect((await recent.get()).diplomas).toEqual(before);
  await database.destroy();
});
