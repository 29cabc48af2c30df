import type { Statistics } from '@diplomaregister/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { foldCounts } from './statistics.ts';

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
