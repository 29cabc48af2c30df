import { randomUUID } from 'node:crypto';
import type { Diploma, NewShare, Share } from '@diplomaregister/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diplomasOf, getAsHolder } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister, testStart } from '../test-support/start-register.ts';

const bsn = testBsn(1);
const stranger = testBsn(2);

let register: TestRegister;
let first: Diploma;
let second: Diploma;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());
beforeEach(async () => {
  await deliver(register, [
    registerLine('one', { bsn }, { awardedOn: '2023-07-06' } as object),
    registerLine('two', { bsn }, { awardedOn: '2022-07-06' } as object),
  ]);
  const [newest, oldest] = await diplomasOf(register, bsn);
  if (newest === undefined || oldest === undefined) throw new Error('The diplomas are missing.');
  first = newest;
  second = oldest;
});
afterEach(() => register.clock.set(testStart));

async function listed(): Promise<Share[]> {
  const response = await getAsHolder(register, bsn, '/v1/shares');
  return response.json<{ items: Share[] }>().items;
}

async function stateOf({ share: { id } }: NewShare) {
  return (await listed()).find((one) => one.id === id);
}

async function revoke(id: string, by = bsn) {
  const authorization = `Bearer ${await register.tokens.holder(by)}`;
  return register.server.inject({
    method: 'DELETE',
    url: `/v1/shares/${id}`,
    headers: { authorization },
  });
}

function otherPin({ pin }: NewShare): string {
  return String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
}

describe('a share', () => {
  test('has a code of 100 bits in a link’s fragment, and a PIN that goes by another way', async () => {
    const response = await postAsHolder(register, bsn, '/v1/shares', {
      diplomaIds: [first.id],
      expiresOn: '2026-12-31',
      marks: false,
      receiver: 'Ziekenhuis Oeverzicht',
    });
    const created = response.json<NewShare>();

    expect(response.statusCode).toBe(201);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['location']).toBe(
      `https://register.example/v1/shares/${created.share.id}`,
    );
    expect(created).toEqual({
      share: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        diplomaIds: [first.id],
        expiresOn: '2026-12-31',
        marks: false,
        receiver: 'Ziekenhuis Oeverzicht',
        createdAt: testStart,
        state: 'active',
        timesOpened: 0,
      },
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/),
      pin: expect.stringMatching(/^\d{6}$/),
      link: `https://check.example/check#${created.code}`,
    });
    expect(await stateOf(created)).toEqual(created.share);
  });

  test.each([
    ['half a character', '\ud83d\ude00 \ud83d', 'not-text'],
    ['no character', 'Bakkerij\0', 'pattern'],
    ['a tag', 'Bakkerij <b>', 'pattern'],
  ])('is for nobody whose name ends in %s', async (_name, receiver, code) => {
    const response = await postAsHolder(register, bsn, '/v1/shares', {
      diplomaIds: [first.id],
      expiresOn: '2026-12-31',
      marks: false,
      receiver,
    });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      errors: [{ in: 'body', location: { pointer: '/receiver' }, code }],
    });
  });

  test('may be for somebody with any whole character in the name', async () => {
    const receiver = 'Café Zeezicht \ud83d\ude00';
    const created = await share(register, bsn, { diplomaIds: [first.id], receiver });

    expect(created.share.receiver).toBe(receiver);
    expect(await stateOf(created)).toMatchObject({ receiver });
  });

  test('leaves no code, PIN or name of a receiver in the database', async () => {
    const { code, pin } = await share(register, bsn, {
      diplomaIds: [first.id],
      receiver: 'Bakkerij De Korenschoof',
    });
    const { database } = register.register;
    const rows = [
      await database.selectFrom('shares').selectAll().execute(),
      await database.selectFrom('shareCodes').selectAll().execute(),
      await database.selectFrom('idempotentResponses').selectAll().execute(),
    ].flat();
    const dump = rows
      .flatMap((row): unknown[] => Object.values(row))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value) : JSON.stringify(value)))
      .map((value) => value.toString('latin1'))
      .join('\n');

    expect(dump).not.toContain(code);
    expect(dump).not.toContain(`"${pin}"`);
    expect(dump).not.toContain('Korenschoof');
    // The hash of a PIN cannot be tried without the key: it is not a plain hash of either form.
    expect(rows.length).toBeGreaterThan(2);
  });

  test('counts how often it was opened, and when last', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id] });
    await verifyShare(register, created);
    register.clock.advance(90);
    await verifyShare(register, created);
    await verifyShare(register, { ...created, pin: otherPin(created) });

    expect(await stateOf(created)).toMatchObject({
      state: 'active',
      timesOpened: 2,
      lastOpenedAt: '2026-11-23T12:01:30.000Z',
    });
  });

  test('is locked after ten wrong PINs, however many come at once, also for the right one', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id] });
    const wrong = { ...created, pin: otherPin(created) };
    const verdicts = await Promise.all(
      Array.from({ length: 200 }, () => verifyShare(register, wrong)),
    );
    const outcomes = verdicts.map(({ outcome }) => outcome);

    expect(outcomes.filter((outcome) => outcome === 'pin-wrong')).toHaveLength(9);
    expect(outcomes.filter((outcome) => outcome === 'share-locked')).toHaveLength(191);
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'share-locked' });
    expect(await stateOf(created)).toMatchObject({ state: 'locked', timesOpened: 0 });
  });

  test('does not count a right PIN as a wrong one, nor forget the wrong ones for it', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id] });
    const wrong = { ...created, pin: otherPin(created) };
    for (let attempt = 0; attempt < 9; attempt += 1) await verifyShare(register, wrong);
    const opened = await Promise.all(
      Array.from({ length: 12 }, () => verifyShare(register, created)),
    );

    expect(new Set(opened.map(({ outcome }) => outcome))).toEqual(new Set(['genuine']));
    expect(await verifyShare(register, wrong)).toMatchObject({ outcome: 'share-locked' });
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'share-locked' });
  });

  test('opens nothing once it was withdrawn, which can be done twice', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id] });

    expect((await revoke(created.share.id)).statusCode).toBe(204);
    expect((await revoke(created.share.id)).statusCode).toBe(204);
    expect(await stateOf(created)).toMatchObject({ state: 'revoked' });
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'share-revoked' });
    expect(await verifyShare(register, { ...created, pin: otherPin(created) })).toMatchObject({
      outcome: 'pin-wrong',
    });
  });

  test('cannot be withdrawn by somebody else', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id] });

    expect((await revoke(created.share.id, stranger)).statusCode).toBe(404);
    expect((await revoke(randomUUID())).statusCode).toBe(404);
    expect((await revoke('x')).statusCode).toBe(400);
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'genuine' });
  });

  test('opens until its last day ends in the Netherlands', async () => {
    const created = await share(register, bsn, { diplomaIds: [first.id], expiresOn: '2026-11-24' });

    register.clock.set('2026-11-24T22:59:59Z');
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'genuine' });
    register.clock.set('2026-11-24T23:00:00Z');
    expect(await verifyShare(register, created)).toMatchObject({ outcome: 'share-expired' });
    expect(await verifyShare(register, { ...created, pin: otherPin(created) })).toMatchObject({
      outcome: 'pin-wrong',
    });
    expect(await stateOf(created)).toMatchObject({ state: 'expired' });
  });
});

describe('no share is made', () => {
  test.each([
    ['2026-11-22', 'date-passed'],
    ['2027-11-24', 'date-too-far'],
    ['2026-02-30', 'format'],
    ['tomorrow', 'format'],
  ])('until %s', async (expiresOn, code) => {
    const body = { diplomaIds: [first.id], expiresOn, marks: true };
    const response = await postAsHolder(register, bsn, '/v1/shares', body);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      errors: [{ in: 'body', location: { pointer: '/expiresOn' }, code }],
    });
  });

  test.each(['2026-11-23', '2027-11-23'])('but until %s it is', async (expiresOn) => {
    expect(await share(register, bsn, { diplomaIds: [first.id], expiresOn })).toMatchObject({
      share: { expiresOn },
    });
  });

  test('of a diploma of somebody else, or one that was withdrawn', async () => {
    const body = { diplomaIds: [first.id, second.id], expiresOn: '2026-12-31', marks: true };
    expect((await postAsHolder(register, stranger, '/v1/shares', body)).statusCode).toBe(404);

    await deliver(register, [withdrawLine('two')]);
    const response = await postAsHolder(register, bsn, '/v1/shares', body);
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:diploma-withdrawn',
    });
  });
});

test('the list goes back in time, page by page, and is the holder’s own', async () => {
  register.clock.set('2026-11-23T13:00:00Z');
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    register.clock.advance(1);
    made.unshift((await share(register, bsn, { diplomaIds: [first.id] })).share.id);
  }
  const page = await getAsHolder(register, bsn, '/v1/shares?limit=2');
  const next = /<([^>]+)>; rel="next"/.exec(String(page.headers['link']))?.[1] ?? '';
  const following = await getAsHolder(register, bsn, next);
  const items = [page, following].flatMap((one) => one.json<{ items: Share[] }>().items);

  expect(items.slice(0, 3).map(({ id }) => id)).toEqual(made);
  expect((await getAsHolder(register, stranger, '/v1/shares')).json()).toEqual({ items: [] });
});
