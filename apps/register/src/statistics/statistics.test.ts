import type { Statistics } from '@diplomaregister/contract';
import { PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseAddress } from '../store/database-address.ts';
import { createPool } from '../store/postgresql-pool.ts';
import { createDatabase } from '../store/store.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { createStatisticsCounter, foldCounts } from './statistics.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

async function statistics() {
  return (await register.server.inject('/v1/statistics')).json<Statistics>();
}

test('counts the diplomas that stand, by sector and year of award', async () => {
  expect(await statistics()).toEqual({
    countedAt: '2026-11-23T12:00:00.000Z',
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

test('counts once for all who ask at the same moment', async () => {
  let times = 0;
  const { clock, register: parts } = register;
  const counter = createStatisticsCounter({
    ...parts,
    now() {
      times += 1;
      return clock.now();
    },
  });

  const counts = await Promise.all(Array.from({ length: 50 }, () => counter.count()));
  expect(new Set(counts).size).toBe(1);
  expect(times).toBe(1);
  expect(await counter.count()).toEqual(counts[0]);
  expect(times).toBe(2);
});

test('counts also when there is no primary to fold the rows', async () => {
  const { register: parts } = register;
  const before = await parts.statistics.count();
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
  const counter = createStatisticsCounter({ ...parts, database });

  expect(await counter.count()).toEqual(before);
  await database.destroy();
});
