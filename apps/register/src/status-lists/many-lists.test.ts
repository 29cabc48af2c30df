import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { memoryInUse } from '../test-support/memory-in-use.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { statusAt } from '../test-support/status-at.ts';
import { createStatusLists } from './status-lists.ts';
import { statusListSize } from './status-reference.ts';

/** So many lists hold ten million versions. */
const lists = Math.ceil(10_000_000 / statusListSize);
/** Versions of each list that do not stand: one in a hundred. */
const changedInEach = Math.round(statusListSize / 100);
/** Odd, so that each number has a place of its own, far from the one before. */
const scatter = 40_503;
const placeOf = (number: number) => ({
  statusList: lists - 1,
  statusIndex: (number * scatter) % statusListSize,
});

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
  const { database } = register.register;
  await deliver(register, [registerLine('one', { bsn: testBsn(1) })]);
  await sql`
    insert into status_lists (taken, free)
    select taken, 0 from status_lists, generate_series(2, ${lists}::integer) where id = 0
  `.execute(database);
  await sql`
    insert into removed_statuses (status_list, status_index, standing)
    select list, number * ${scatter}::integer % ${statusListSize}::integer,
      case number % 2 when 0 then 'withdrawn' else 'superseded' end
    from generate_series(0, ${lists - 1}::integer) as list,
      generate_series(0, ${changedInEach - 1}::integer) as number
  `.execute(database);
});
afterAll(() => register.close());

/** Bytes of the heap, where tokens are. */
const heapInUse = async () => (await memoryInUse()).heapUsed;

/** Asks for every list, `times` times over; gives how many bytes were served. */
async function askAll(times: number): Promise<number> {
  let bytes = 0;
  for (let round = 0; round < times; round += 1) {
    for (let list = 0; list < lists; list += 1) {
      const response = await register.server.inject(`/v1/status-lists/${list}`);
      if (response.statusCode !== 200) throw new Error(`List ${list}: ${response.statusCode}`);
      bytes += response.rawPayload.length;
    }
  }
  return bytes;
}

test('ten million versions are small lists, from memory that does not grow with requests', async () => {
  expect(lists).toBe(77);
  expect(await askAll(1)).toBeLessThan(lists * 8_000);
  expect(await statusAt(register, placeOf(2))).toBe('withdrawn');
  expect(await statusAt(register, placeOf(1))).toBe('superseded');
  expect(await statusAt(register, placeOf(changedInEach))).toBe('valid');

  await askAll(3);
  const before = await heapInUse();
  const served = await askAll(20);
  const grown = (await heapInUse()) - before;
  expect(grown).toBeLessThan(served / 4);
});

test('a withdrawal by another process shows at once', async () => {
  const { database } = register.register;
  const elsewhere = createStatusLists(register.register);
  const before = await elsewhere.get(0);
  const { statusIndex } = await database
    .selectFrom('diplomaVersions')
    .select('statusIndex')
    .executeTakeFirstOrThrow();
  await deliver(register, [withdrawLine('one')]);

  expect((await elsewhere.get(0))?.etag).not.toBe(before?.etag);
  expect(await statusAt(register, { statusList: 0, statusIndex })).toBe('withdrawn');
});

test('many who ask at once for one list cost one query and one signature', async () => {
  const statusLists = createStatusLists(register.register);
  const tokens = await Promise.all(Array.from({ length: 200 }, () => statusLists.get(5)));

  expect(new Set(tokens).size).toBe(1);
});
