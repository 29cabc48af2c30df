import { createHash } from 'node:crypto';
import type { ExtractStanding } from '@diplomaregister/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diplomasOf, getAsHolder, getAsInstitution, rejectionsOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder, sendAsInstitution, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { statusAt } from '../test-support/status-at.ts';
import { applyRetention } from './apply-retention.ts';
import { startDailyRetention } from './daily-retention.ts';
import { removeInBatches } from './remove-in-batches.ts';
import { endOfTerm, terms } from './terms.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await startRegister();
});
afterEach(() => register.close());

const bsn = testBsn(1);
const day = 24 * 60 * 60;

function retain() {
  const { configuration, database } = register.register;
  return applyRetention(database, configuration.retention, register.clock.now());
}

type Table =
  | 'diplomaVersions'
  | 'extracts'
  | 'holders'
  | 'records'
  | 'removedVersions'
  | 'shareCodes'
  | 'shares';

async function rowsOf(table: Table) {
  const { database } = register.register;
  return (await database.selectFrom(table).selectAll().execute()).length;
}

test('a share goes with its code after its term, and no day before', async () => {
  await deliver(register, [registerLine('one', { bsn })]);
  const [diploma] = await diplomasOf(register, bsn);
  const diplomaIds = [diploma?.id ?? ''];
  const kept = await share(register, bsn, { diplomaIds, expiresOn: '2027-11-23' });
  await share(register, bsn, { diplomaIds, expiresOn: '2026-11-23' });

  register.clock.advance(terms.shares.usual * day);
  expect(await retain()).toMatchObject({ shares: 0 });
  register.clock.advance(2 * day);
  expect(await retain()).toMatchObject({ shares: 1 });
  expect([await rowsOf('shares'), await rowsOf('shareCodes')]).toEqual([1, 1]);
  expect(await verifyShare(register, kept)).toMatchObject({ outcome: 'genuine' });
});

test('records of who looked, and answered correction requests, go after their terms', async () => {
  await deliver(register, [registerLine('one', { bsn })]);
  const lookup = { bsn, purpose: 'admission' };
  await sendAsInstitution(register, '98AA', 'POST', '/v1/diploma-lookups', lookup);
  const url = '/v1/correction-requests';
  const ask = async (text: string) => {
    const request = { reason: 'missing', institution: '98AA', text };
    return (await postAsHolder(register, bsn, url, request)).json<{ id: string }>().id;
  };
  await ask('open');
  const answered = await ask('answered');
  const answer = { status: 'refused', answer: 'Nee.' };
  await sendAsInstitution(register, '98AA', 'PATCH', `${url}/${answered}`, answer);

  register.clock.advance((terms.correctionRequests.usual + 1) * day);
  expect(await retain()).toMatchObject({ correctionRequests: 1, accessRecords: 0 });
  const left = (await getAsHolder(register, bsn, url)).json<{ items: object[] }>();
  expect(left.items).toMatchObject([{ status: 'open' }]);
  register.clock.advance(terms.accessRecords.usual * day);
  expect(await retain()).toMatchObject({ correctionRequests: 0, accessRecords: 1 });
  expect((await getAsHolder(register, bsn, '/v1/access-records')).json()).toMatchObject({
    items: [],
  });
});

test('who only asked for a diploma, and never got one, goes when nothing else is left', async () => {
  const url = '/v1/correction-requests';
  const ask = async (by: string) => {
    const request = { reason: 'missing', institution: '98AA', text: 'Waar is het?' };
    return (await postAsHolder(register, by, url, request)).json<{ id: string }>().id;
  };
  const answer = { status: 'refused', answer: 'Nee.' };
  const answered = await Promise.all([ask(testBsn(2)), ask(testBsn(3))]);
  for (const id of answered) {
    await sendAsInstitution(register, '98AA', 'PATCH', `${url}/${id}`, answer);
  }
  await ask(testBsn(4));
  const lookup = { bsn: testBsn(3), purpose: 'admission' };
  await sendAsInstitution(register, '98AA', 'POST', '/v1/diploma-lookups', lookup);
  await deliver(register, [registerLine('one', { bsn })]);
  expect(await rowsOf('holders')).toBe(4);

  register.clock.advance((terms.correctionRequests.usual + 1) * day);
  expect(await retain()).toMatchObject({ correctionRequests: 2 });
  expect(await rowsOf('holders')).toBe(3);
  register.clock.advance(terms.accessRecords.usual * day);
  expect(await retain()).toMatchObject({ accessRecords: 1 });
  expect(await rowsOf('holders')).toBe(2);
  // Who is gone may ask again, though it was known a moment ago who that is.
  expect(await ask(testBsn(3))).toEqual(expect.any(String));
  const inbox = await getAsInstitution(register, '98AA', url);
  expect(inbox.json<{ items: object[] }>().items).toHaveLength(2);
});

test('rejected lines go after their term, the counts of the delivery stay', async () => {
  const { id } = await deliver(register, [{ action: 'dance' }]);
  register.clock.advance((terms.rejections.usual - 1) * day);
  expect(await retain()).toMatchObject({ rejections: 0 });
  expect(await rejectionsOf(register, id)).toHaveLength(1);

  register.clock.advance(2 * day);
  expect(await retain()).toMatchObject({ rejections: 1 });
  expect(await rejectionsOf(register, id)).toEqual([]);
});

describe('a diploma after its term', () => {
  const old = { awardedOn: '1990-06-30' };
  const person = { bsn, birthDate: '1972-01-01' };

  test('goes, and with the last one all that is of the holder', async () => {
    const stranger = testBsn(2);
    await deliver(register, [
      registerLine('old', person, old),
      registerLine('old-of-stranger', { ...person, bsn: stranger }, old),
      registerLine('new-of-stranger', { ...person, bsn: stranger }),
    ]);
    const [diploma] = await diplomasOf(register, bsn);
    const body = { diplomaIds: [diploma?.id], language: 'nl' };
    expect((await postAsHolder(register, bsn, '/v1/extracts', body)).statusCode).toBe(201);
    const total = async () => {
      const { diplomas } = (await register.server.inject('/v1/statistics')).json();
      return diplomas.total as number;
    };
    expect(await total()).toBe(3);

    register.clock.set('2050-06-30T12:00:00.000Z');
    expect(await retain()).toMatchObject({ diplomas: 0 });
    register.clock.set('2050-07-01T12:00:00.000Z');
    expect(await retain()).toMatchObject({ diplomas: 2 });
    expect(await diplomasOf(register, bsn)).toEqual([]);
    expect((await getAsHolder(register, bsn, '/v1/extracts')).json()).toMatchObject({ items: [] });
    expect(await diplomasOf(register, stranger)).toHaveLength(1);
    const tables = ['holders', 'records', 'removedVersions', 'extracts'] as const;
    expect(await Promise.all(tables.map(rowsOf))).toEqual([1, 1, 1, 0]);
    expect(await total()).toBe(1);
  });

  test('does not come back when an institution sends it again', async () => {
    const line = registerLine('old', person, old);
    await deliver(register, [line]);

    register.clock.set('2050-06-30T12:00:00.000Z');
    expect(await deliver(register, [line])).toMatchObject({ unchanged: 1 });
    register.clock.set('2050-07-01T12:00:00.000Z');
    expect(await retain()).toMatchObject({ diplomas: 1 });
    const { id, rejected } = await deliver(register, [line]);
    expect(rejected).toBe(1);
    expect(await rejectionsOf(register, id)).toMatchObject([
      { errors: [{ code: 'award-too-early', location: { pointer: '/diploma/awardedOn' } }] },
    ]);
    expect(await rowsOf('holders')).toBe(0);
  });

  test('keeps its standing in extracts that name it beside one that is still there', async () => {
    const lines = ['valid', 'corrected', 'withdrawn'].map((name, at) =>
      registerLine(name, person, { awardedOn: `1990-06-1${at}` }),
    );
    await deliver(register, [...lines, registerLine('new', person)]);
    const diplomaIds = (await diplomasOf(register, bsn)).map(({ id }) => id).reverse();
    const body = { diplomaIds, language: 'nl' };
    const extract = await postAsHolder(register, bsn, '/v1/extracts', body);
    const standing = async () => {
      const payload = {
        extractNumber: extract.headers['extract-number'],
        sha256: createHash('sha256').update(extract.rawPayload).digest('hex'),
      };
      const response = await register.server.inject({
        method: 'POST',
        url: '/v1/verifications',
        payload,
      });
      return response.json<ExtractStanding>();
    };
    const correction = registerLine('corrected', person, { awardedOn: '1990-06-21' });
    await deliver(register, [correction, withdrawLine('withdrawn')]);
    const before = await standing();
    expect(before).toMatchObject({
      outcome: 'withdrawn',
      standings: ['valid', 'superseded', 'withdrawn', 'valid'],
    });

    register.clock.set('2050-07-01T12:00:00.000Z');
    expect(await retain()).toMatchObject({ diplomas: 3 });
    const { checkedAt: _checkedAt, ...rest } = before;
    expect(await standing()).toMatchObject(rest);

    // A version of the register before this one kept nothing of how they stood.
    await register.register.database.deleteFrom('removedVersions').execute();
    expect(await standing()).toMatchObject({
      outcome: 'withdrawn',
      standings: ['withdrawn', 'withdrawn', 'withdrawn', 'valid'],
    });
  });

  test('goes also from whom it turned out not to be', async () => {
    const other = testBsn(2);
    await deliver(register, [registerLine('whose', person, old)]);
    await deliver(register, [registerLine('whose', { ...person, bsn: other }, old)]);
    expect(await rowsOf('holders')).toBe(2);

    register.clock.set('2050-07-01T12:00:00.000Z');
    expect(await retain()).toMatchObject({ diplomas: 2 });
    expect(await rowsOf('holders')).toBe(0);
    expect(await rowsOf('diplomaVersions')).toBe(0);
  });

  test('that was withdrawn never reads as valid again', async () => {
    await deliver(register, [registerLine('old', person, old)]);
    await deliver(register, [withdrawLine('old')]);
    const place = await register.register.database
      .selectFrom('diplomaVersions')
      .select(['statusList', 'statusIndex'])
      .executeTakeFirstOrThrow();

    register.clock.set('2036-11-01T12:00:00.000Z');
    const { database } = register.register;
    const retention = { ...register.register.configuration.retention, diplomas: 40 };
    await applyRetention(database, retention, register.clock.now());
    expect(await rowsOf('records')).toBe(0);
    register.clock.set('2026-11-24T12:00:00.000Z');
    expect(await statusAt(register, place)).toBe('withdrawn');
  });
});

test('of several processes, one does it each day', async () => {
  const runs: object[] = [];
  const { database } = register.register;
  const start = () =>
    startDailyRetention({
      database,
      retention: register.register.configuration.retention,
      now: register.clock.now,
      onRun: (removed) => runs.push(removed),
      onFault: (error) => {
        throw error;
      },
    });
  const processes = [start(), start(), start()];
  const look = () => Promise.all(processes.map((each) => each.run()));

  await look();
  await look();
  expect(runs).toHaveLength(1);
  register.clock.advance(day);
  await look();
  expect(runs).toHaveLength(2);
  await Promise.all(processes.map((each) => each.stop()));
});

test('who stops waits for the batch at hand, and not for all that has had its term', async () => {
  const { database } = register.register;
  const stopping = new AbortController();
  let batches = 0;
  const removal = async (_queries: unknown, _before: Date, limit: number) => {
    batches += 1;
    if (batches === 2) stopping.abort();
    return batches < 5 ? limit : 0;
  };

  const removed = await removeInBatches(database, removal, new Date(), stopping.signal);
  expect({ batches, removed }).toEqual({ batches: 2, removed: 2_000 });
  expect(await removeInBatches(database, removal, new Date(), stopping.signal)).toBe(0);
});

test('a process that stops takes no day, and leaves what has had its term to another', async () => {
  await deliver(register, [{ action: 'dance' }]);
  register.clock.advance((terms.rejections.usual + 1) * day);
  const { configuration, database } = register.register;
  const runs: object[] = [];
  const start = () =>
    startDailyRetention({
      database,
      retention: configuration.retention,
      now: register.clock.now,
      onRun: (removed) => runs.push(removed),
      onFault: (error) => {
        throw error;
      },
    });
  const stopped = start();
  void stopped.run();
  await stopped.stop();
  const other = start();
  await other.run();
  await other.stop();

  expect(runs).toMatchObject([{ rejections: 1 }]);
});

test('a term is counted in days or in years of the calendar', () => {
  const usual = register.register.configuration.retention;
  const retention = { ...usual, shares: 1, diplomas: 60 };
  const now = new Date('2026-03-01T12:00:00Z');

  expect(endOfTerm('shares', retention, now).toISOString()).toBe('2026-02-28T12:00:00.000Z');
  expect(endOfTerm('diplomas', retention, now).toISOString()).toBe('1966-03-01T12:00:00.000Z');
});
