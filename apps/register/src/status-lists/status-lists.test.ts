import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { statusAt } from '../test-support/status-at.ts';
import { statusListSize } from './status-reference.ts';
import { takePlaces } from './take-places.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** The place of the newest version of a record's diploma. */
async function placeOf(recordId: string) {
  return register.register.database
    .selectFrom('records')
    .innerJoin('diplomaVersions', 'diplomaVersions.diplomaId', 'records.diplomaId')
    .select(['statusList', 'statusIndex'])
    .where('recordId', '=', recordId)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
}

const getList = (listId: number, headers = {}) =>
  register.server.inject({ url: `/v1/status-lists/${listId}`, headers });

describe('the standing of a version', () => {
  test('is valid, and shows at once when it is withdrawn', async () => {
    await deliver(register, [registerLine('stands', { bsn: testBsn(1) })]);
    const place = await placeOf('stands');

    expect(await statusAt(register, place)).toBe('valid');
    await deliver(register, [withdrawLine('stands')]);
    expect(await statusAt(register, place)).toBe('withdrawn');
  });

  test('is superseded when the diploma was corrected, of which the new version stands', async () => {
    await deliver(register, [registerLine('corrected', { bsn: testBsn(2) })]);
    const before = await placeOf('corrected');
    await deliver(register, [
      registerLine('corrected', { bsn: testBsn(2) }, { awardedOn: '2023-07-08' }),
    ]);

    expect(await statusAt(register, before)).toBe('superseded');
    expect(await statusAt(register, await placeOf('corrected'))).toBe('valid');
  });

  test('is withdrawn as soon as its diploma is, also when it was superseded before', async () => {
    const line = registerLine('later', { bsn: testBsn(4) });
    await deliver(register, [line]);
    const before = await placeOf('later');
    const corrected = registerLine('later', { bsn: testBsn(4) }, { awardedOn: '2023-07-08' });
    await deliver(register, [corrected, withdrawLine('later')]);

    expect(await statusAt(register, before)).toBe('withdrawn');
    expect(await statusAt(register, await placeOf('later'))).toBe('withdrawn');
    // Whatever the institution sends: a nightly run sends everything.
    await deliver(register, [line, corrected]);
    expect(await statusAt(register, before)).toBe('withdrawn');
    expect(await statusAt(register, await placeOf('later'))).toBe('withdrawn');
  });

  test('is withdrawn in all versions when the diploma turns out to be of somebody else', async () => {
    await deliver(register, [registerLine('moved', { bsn: testBsn(5) })]);
    const first = await placeOf('moved');
    await deliver(register, [
      registerLine('moved', { bsn: testBsn(5) }, { awardedOn: '2023-07-08' }),
    ]);
    const second = await placeOf('moved');
    await deliver(register, [registerLine('moved', { bsn: testBsn(6) })]);

    expect(await statusAt(register, first)).toBe('withdrawn');
    expect(await statusAt(register, second)).toBe('withdrawn');
    expect(await statusAt(register, await placeOf('moved'))).toBe('valid');
  });
});

describe('a list', () => {
  test('says how long it may be used, and is not sent again while nothing changed', async () => {
    await deliver(register, [registerLine('etag', { bsn: testBsn(3) })]);
    const { statusList } = await placeOf('etag');
    const first = await getList(statusList);

    expect(first.headers).toMatchObject({
      'content-type': 'application/statuslist+jwt',
      'cache-control': 'public, max-age=60',
      'api-version': '1.0.0',
    });
    expect(decodeJwt(first.body)).toMatchObject({
      sub: `https://register.example/v1/status-lists/${statusList}`,
      ttl: 60,
      exp: register.clock.now().getTime() / 1_000 + 24 * 60 * 60,
    });
    const etag = String(first.headers['etag']);
    const again = await getList(statusList, { 'if-none-match': etag });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');

    await deliver(register, [withdrawLine('etag')]);
    expect((await getList(statusList, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  test('is signed anew also when a failover lost a change that it shows', async () => {
    const { database } = register.register;
    await deliver(register, [
      registerLine('lost', { bsn: testBsn(7) }),
      registerLine('made', { bsn: testBsn(8) }),
    ]);
    const place = await placeOf('lost');
    const revision = await database
      .selectFrom('statusListRevisions')
      .select('revision')
      .where('listId', '=', place.statusList)
      .executeTakeFirst();
    await deliver(register, [withdrawLine('lost')]);
    expect(await statusAt(register, place)).toBe('withdrawn');
    // What the replica had that is the primary now.
    await database
      .updateTable('diplomaVersions')
      .set({ standing: 'valid' })
      .where('statusIndex', '=', place.statusIndex)
      .execute();
    await database
      .updateTable('statusListRevisions')
      .set({ revision: revision?.revision ?? 0 })
      .where('listId', '=', place.statusList)
      .execute();
    await deliver(register, [withdrawLine('made')]);

    expect(await statusAt(register, await placeOf('made'))).toBe('withdrawn');
    expect(await statusAt(register, place)).toBe('valid');
  });

  test('is signed anew when half of its time has passed', async () => {
    const { statusList } = await placeOf('etag');
    const first = (await getList(statusList)).body;
    register.clock.advance(11 * 60 * 60);
    expect((await getList(statusList)).body).toBe(first);
    register.clock.advance(2 * 60 * 60);
    expect((await getList(statusList)).body).not.toBe(first);
  });

  test('is signed anew when the clock was ahead, and was set right', async () => {
    const { statusList } = await placeOf('etag');
    const issuedAt = async () => decodeJwt((await getList(statusList)).body).iat;
    const right = register.clock.now();
    register.clock.advance(2 * 60 * 60);
    await deliver(register, [registerLine('ahead', { bsn: testBsn(7) }), withdrawLine('ahead')]);
    const ahead = await issuedAt();
    register.clock.set(right.toISOString());

    expect(await issuedAt()).toBe(right.getTime() / 1_000);
    expect(ahead).toBe(right.getTime() / 1_000 + 2 * 60 * 60);
  });
});

test('places are random, never given twice, and go on in a new list', async () => {
  const { database } = register.register;
  const places = await database
    .transaction()
    .execute(async (transaction) => [
      ...(await takePlaces(transaction, 1_000)),
      ...(await takePlaces(transaction, statusListSize)),
    ]);

  const names = new Set(
    places.map(({ statusIndex, statusList }) => `${statusList} ${statusIndex}`),
  );
  expect(names.size).toBe(places.length);
  expect(new Set(places.map(({ statusList }) => statusList)).size).toBe(2);
  const first = places.slice(0, 1_000).map(({ statusIndex }) => statusIndex);
  expect(first).not.toEqual(first.toSorted((one, other) => one - other));
  expect(Math.max(...first)).toBeGreaterThan(statusListSize / 2);
});
