import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInTheNetherlands } from '../calendar/today.ts';
import { storeExtract } from '../extracts/issued-extracts.ts';
import { createExtractNumber } from '../extracts/number.ts';
import type { ExtractRow } from '../store/schema.ts';
import { diplomasOf, getAsInstitution } from '../test-support/calls.ts';
import { deliver, registerLine, sendDelivery, testBsn } from '../test-support/deliver.ts';
import { postAsHolder, sendAsInstitution, share } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { applyRetention } from './apply-retention.ts';
import { removeDiplomas } from './remove-diplomas.ts';
import { terms } from './terms.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const requests = '/v1/correction-requests';

function retain() {
  const { configuration, database } = register.register;
  const retention = { ...configuration.retention, diplomas: 30 };
  return applyRetention(database, retention, register.clock.now());
}

/** Somebody who asked for a diploma, got an answer, and is not kept for it any more. */
async function askedLongAgo(bsn: string) {
  const body = { reason: 'missing', institution: '98AA', text: 'Waar is het?' };
  const { id } = (await postAsHolder(register, bsn, requests, body)).json<{ id: string }>();
  const answer = { status: 'refused', answer: 'Nee.' };
  await sendAsInstitution(register, '98AA', 'PATCH', `${requests}/${id}`, answer);
  register.clock.advance((terms.correctionRequests.usual + 1) * 24 * 60 * 60);
}

/** The diploma that a record is. */
function diplomaOf(recordId: string) {
  return register.register.database
    .selectFrom('records')
    .select(['diplomaId', 'holderId'])
    .where('recordId', '=', recordId)
    .executeTakeFirstOrThrow();
}

/** Has whoever writes a table wait, or whoever reads it too; gives how to let them go on. */
async function holdUp(
  table: 'diploma_versions' | 'extract_numbers',
  mode: 'share' | 'access exclusive',
) {
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = register.register.database.transaction().execute(async (transaction) => {
    await sql`lock table ${sql.table(table)} in ${sql.raw(mode)} mode`.execute(transaction);
    held.resolve();
    await release.promise;
  });
  await held.promise;
  return async () => {
    release.resolve();
    await holding;
  };
}

/** Until so many wait in the database, or the work is done. */
async function untilWaiting(count: number, work: Promise<unknown>) {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  await expect
    .poll(
      async () => {
        const { rows } = await sql<{ waiting: number }>`
          select count(*) as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
        `.execute(register.register.database);
        return isDone || Number(rows[0]?.waiting) >= count;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
}

test('whom a delivery has found is not removed before it is stored', async () => {
  const bsn = testBsn(1);
  await askedLongAgo(bsn);
  const goOn = await holdUp('diploma_versions', 'share');
  const delivery = sendDelivery(register, [registerLine('first', { bsn })]);
  await untilWaiting(1, delivery);
  const retention = retain();
  await untilWaiting(2, retention);
  await goOn();

  expect((await delivery).statusCode).toBe(201);
  expect(await retention).toMatchObject({ correctionRequests: 1 });
  expect(await diplomasOf(register, bsn)).toHaveLength(1);
});

test('a delivery about somebody who is being removed can be sent again', async () => {
  const bsn = testBsn(2);
  await askedLongAgo(bsn);
  // Retention looks here for what else there is of somebody, whom it has locked then.
  const goOn = await holdUp('diploma_versions', 'access exclusive');
  const retention = retain();
  await untilWaiting(1, retention);
  const delivery = sendDelivery(register, [registerLine('second', { bsn })]);
  await untilWaiting(2, delivery);
  await goOn();

  await retention;
  expect(await delivery).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
  expect(await deliver(register, [registerLine('second', { bsn })])).toMatchObject({
    registered: 1,
  });
  expect(await diplomasOf(register, bsn)).toHaveLength(1);
});

test('a diploma whose holder is gone is mended when it is delivered again', async () => {
  const bsn = testBsn(3);
  await deliver(register, [registerLine('third', { bsn })]);
  const { holderId } = await diplomaOf('third');
  await register.register.database.deleteFrom('holders').where('id', '=', holderId).execute();

  const lines = [registerLine('third', { bsn }), registerLine('other', { bsn: testBsn(9) })];
  expect(await deliver(register, lines)).toMatchObject({ corrected: 1, registered: 1 });
  expect(await diplomasOf(register, bsn)).toHaveLength(1);
  expect(await deliver(register, lines)).toMatchObject({ unchanged: 2 });
});

test('nothing new is kept of a holder whose last diploma is being removed', async () => {
  const bsn = testBsn(4);
  const { database, now } = register.register;
  await deliver(register, [
    registerLine('old', { bsn, birthDate: '1972-01-01' }, { awardedOn: '1990-06-30' }),
  ]);
  const { diplomaId, holderId } = await diplomaOf('old');
  const diplomaIds = [diplomaId];
  const extract: ExtractRow = {
    holderId,
    number: createExtractNumber(),
    sha256: randomBytes(32),
    issuedAt: now(),
    language: 'nl',
    diplomaIds,
    diplomaVersions: [1],
  };

  const goOn = await holdUp('extract_numbers', 'access exclusive');
  const retention = retain();
  await untilWaiting(1, retention);
  const stored = Promise.allSettled([
    share(register, bsn, { diplomaIds, expiresOn: dayInTheNetherlands(now()) }),
    storeExtract(register.register, { holderId }, extract, async () => undefined),
  ]);
  await untilWaiting(3, stored);
  await goOn();

  expect(await retention).toMatchObject({ diplomas: 1 });
  expect((await stored).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  for (const table of ['shares', 'shareCodes', 'extracts', 'extractNumbers'] as const) {
    expect(await database.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});

test('an inbox is read without who is removed meanwhile', async () => {
  const [gone, stays] = [testBsn(5), testBsn(6)];
  const { database } = register.register;
  const ask = (text: string) => ({ reason: 'missing', institution: '98AA', text });
  await deliver(register, [
    registerLine('sole', { bsn: gone, birthDate: '1972-01-01' }, { awardedOn: '1990-06-30' }),
  ]);
  await postAsHolder(register, gone, requests, ask('Van wie straks weg is'));
  await postAsHolder(register, stays, requests, ask('Van wie blijft'));

  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const removing = database.transaction().execute(async (transaction) => {
    await sql`lock table holders in access exclusive mode`.execute(transaction);
    locked.resolve();
    await release.promise;
    await removeDiplomas(transaction, register.clock.now(), 1_000);
  });
  await locked.promise;
  const reading = getAsInstitution(register, '98AA', requests);
  await untilWaiting(1, reading);
  release.resolve();
  await removing;

  const inbox = (await reading).json<{ items: object[] }>();
  expect(inbox.items).toMatchObject([{ text: 'Van wie blijft', holder: { bsn: stays } }]);
});
