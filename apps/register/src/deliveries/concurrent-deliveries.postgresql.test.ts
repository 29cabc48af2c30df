import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBsn } from '../access/bsn.ts';
import { findOrCreateHolders } from '../holders/holders.ts';
import { createLiveKeys } from '../keys/live-keys.ts';
import { addSecret } from '../keys/rotate.ts';
import { openPostgresql } from '../store/postgresql.ts';
import type { Store } from '../store/store.ts';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder } from '../test-support/post.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/postgresql/test-database.ts';
import { testReferenceSet } from '../test-support/reference-set.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { receiveDelivery } from './receive-delivery.ts';

/** Six schools that deliver at the same moment. */
const schools = ['98AA', '98BA', '98BB', '98BC', '98BD', '98BE'].map(toSchool);
const otherSchools = ['98CA', '98CB', '98CC', '98CD', '98CE', '98CF'].map(toSchool);

function toSchool(code: string) {
  return { code, name: `School ${code}`, city: 'Zwolle', sectors: ['vo'] as const };
}

const reference = { ...testReferenceSet, institutions: [...schools, ...otherSchools] };

let server: TestDatabase;
let register: TestRegister;
beforeEach(async () => {
  const created = await createTestDatabase();
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  server = created;
  register = await startRegister({ reference, store: await openStore() });
});
afterEach(async () => {
  await register.close();
  await server.remove();
});

/** Connections to the database, as each process has its own. */
function openStore(): Promise<Store> {
  return openPostgresql({ primary: server.address });
}

async function count(expression: string): Promise<unknown> {
  const query = sql<{ count: number }>`select count(*) as count from ${sql.raw(expression)}`;
  return (await query.execute(register.register.database)).rows[0]?.count;
}

/** How many wait for a lock in the database. */
async function waiting(): Promise<unknown> {
  return count(`pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
}

/** Lines of a school about 100 people, beginning with another one in each school. */
function linesOf(school: string, at: number, familyName = 'Eerst') {
  const people = Array.from({ length: 100 }, (_, person) => (person + at * 17) % 100);
  const ordered = at % 2 === 0 ? people : people.toReversed();
  return ordered.map((person) =>
    registerLine(`record-${person}`, { bsn: testBsn(person), familyName }, { institution: school }),
  );
}

const all = (linesFor: (school: string, at: number) => object[]) =>
  Promise.all(schools.map(({ code }, at) => deliver(register, linesFor(code, at), code)));

test('schools that deliver for the same new people at once make each person once', async () => {
  const deliveries = await all(linesOf);

  expect(deliveries.map(({ registered }) => registered)).toEqual(schools.map(() => 100));
  expect(await count('holders')).toBe(100);
  expect(
    await count('(select distinct status_list, status_index from diploma_versions) as place'),
  ).toBe(600);
});

test('people who are new are stored in one order, so that no two deliveries wait for each other', async () => {
  await deliver(register, linesOf('98AA', 1));

  const { rows } = await sql<{ hash: string }>`
    select encode(bsn_hash, 'hex') as hash from holders order by ctid
  `.execute(register.register.database);
  const hashes = rows.map(({ hash }) => hash);
  expect(hashes).toHaveLength(100);
  expect(hashes).toEqual(hashes.toSorted());
});

test('schools that correct and withdraw at once, in whatever order, do not hinder each other', async () => {
  await all(linesOf);
  // The versions of each school are in several status lists now, and those of several schools in one.
  await all((school, at) => linesOf(school, at, 'Tweede'));
  const lists = await count('(select distinct status_list from diploma_versions) as list');
  expect(lists).toBeGreaterThan(1);

  const deliveries = await all((school, at) => [
    ...linesOf(school, at, 'Derde').slice(0, 50),
    ...linesOf(school, at)
      .slice(50)
      .map(({ recordId }) => withdrawLine(recordId)),
  ]);

  expect(deliveries.map(({ corrected, withdrawn }) => ({ corrected, withdrawn }))).toEqual(
    schools.map(() => ({ corrected: 50, withdrawn: 50 })),
  );
});

test('a delivery that is not done yet holds up no other school, in this process or another one', async () => {
  const { database } = register.register;
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  // Where the last thing of a delivery goes: all else of it is stored, and not committed.
  const holding = database.transaction().execute(async (transaction) => {
    await sql`lock table delivery_rejections in share mode`.execute(transaction);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const slow = deliver(register, [...linesOf('98AA', 0), { action: 'dance' }]);
  await expect.poll(waiting, { timeout: 15_000 }).toBe(1);

  await using other = await startRegister({ reference, store: await openStore() });
  for (const [at, process] of [register, other].entries()) {
    const { code } = otherSchools[at] ?? { code: '' };
    const lines = Array.from({ length: 100 }, (_, person) =>
      registerLine(`record-${person}`, { bsn: testBsn(200 + person) }, { institution: code }),
    );
    expect(await deliver(process, lines, code)).toMatchObject({ registered: 100 });
  }
  release.resolve();
  await holding;
  expect(await slow).toMatchObject({ registered: 100, rejected: 1 });
});

test('parts of one school that come at once are taken one after the other', async () => {
  const lines = linesOf('98AA', 0);
  const deliveries = await Promise.all(Array.from({ length: 4 }, () => deliver(register, lines)));

  expect(deliveries.map(({ registered, unchanged }) => [registered, unchanged]).sort()).toEqual([
    [0, 100],
    [0, 100],
    [0, 100],
    [100, 0],
  ]);
  expect(await count('diploma_versions')).toBe(100);
});

test('a school that sends more at once than there are connections hinders nobody else', async () => {
  const { database } = register.register;
  await deliver(register, linesOf('98BB', 0), '98BB');
  const release = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const holding = database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('98AA', 0))`.execute(transaction);
    taken.resolve();
    await release.promise;
  });
  await taken.promise;
  const one = [registerLine('one', { bsn: testBsn(1) })];
  const deliveries = Promise.all(Array.from({ length: 15 }, () => deliver(register, one)));

  expect(await diplomasOf(register, testBsn(1))).toHaveLength(1);
  await deliver(register, linesOf('98BB', 0), '98BB');
  release.resolve();
  await holding;
  expect((await deliveries).filter(({ registered }) => registered === 1)).toHaveLength(1);
});

test('more schools than there are connections hinder nobody else', async () => {
  const { database, poolSize } = register.register;
  const stored = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = database.transaction().execute(async (transaction) => {
    await sql`lock table diploma_versions in share mode`.execute(transaction);
    locked.resolve();
    await stored.promise;
  });
  await locked.promise;
  const deliveries = Promise.all(
    [...schools, ...otherSchools].map(({ code }, at) =>
      deliver(register, [registerLine('one', { bsn: testBsn(at) }, { institution: code })], code),
    ),
  );

  const others = () => register.server.inject('/v1/status-lists/0');
  await expect.poll(waiting, { timeout: 15_000 }).toBe(Math.floor(poolSize / 2));
  expect((await others()).statusCode).toBe(200);
  stored.resolve();
  await holding;
  expect((await deliveries).map(({ registered }) => registered)).toEqual(
    Array.from({ length: 12 }, () => 1),
  );
});

const bsn = testBsn(1);

/** A delivery that has found or added somebody, and goes on for a while. */
async function deliverSlowly(person: string) {
  const { database } = register.register;
  const release = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const delivering = database.transaction().execute(async (transaction) => {
    await findOrCreateHolders(transaction, register.register, new Set([person].filter(isBsn)));
    done.resolve();
    await release.promise;
  });
  await done.promise;
  return async () => {
    release.resolve();
    await delivering;
  };
}

test('of whom a delivery is being stored, a correction can be asked meanwhile', async () => {
  await deliver(register, [registerLine('one', { bsn })]);
  const end = await deliverSlowly(bsn);
  const request = { reason: 'missing', institution: '98BB', text: 'Waar is het?' };

  const response = await postAsHolder(register, bsn, '/v1/correction-requests', request);
  expect(response.statusCode).toBe(201);
  await end();
});

describe('with two hash keys', () => {
  async function rotate(seconds: number) {
    const usedFrom = new Date(register.clock.now().getTime() + seconds * 1_000);
    const { material } = addSecret(register.liveKeys.material(), 'hash', usedFrom);
    await register.liveKeys.replace(material);
  }

  test('schools add people side by side once the new one is in use', async () => {
    await rotate(-60);
    const end = await deliverSlowly(bsn);

    expect(await deliver(register, linesOf('98AA', 2).slice(0, 10))).toMatchObject({
      registered: 10,
    });
    await end();
  });

  test('one person is one holder, however long a delivery takes that began under the old one', async () => {
    await rotate(60);
    const end = await deliverSlowly(bsn);
    register.clock.advance(600);
    const delivery = deliver(register, [registerLine('one', { bsn })]);
    await expect.poll(waiting, { timeout: 15_000 }).toBe(1);
    await end();

    expect(await delivery).toMatchObject({ registered: 1 });
    expect(await count('holders')).toBe(1);
  });

  test('one person is one holder, also when a delivery still comes in that lacks the new one', async () => {
    const beforehand = await createLiveKeys(register.liveKeys.material(), register.clock.now);
    await rotate(-60);
    let hasAllKeys = true;
    const behind = {
      ...register.register,
      keys: beforehand.keys,
      hasAllKeys: () => hasAllKeys,
    };
    const line = registerLine('one', { bsn });
    async function* slowly() {
      yield Buffer.from(`${JSON.stringify(line)}\n`);
      hasAllKeys = false;
      await deliver(register, [registerLine('other', { bsn }, { institution: '98BB' })], '98BB');
    }

    await expect(receiveDelivery(behind, '98AA', slowly())).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await count('holders')).toBe(1);
  });
});
