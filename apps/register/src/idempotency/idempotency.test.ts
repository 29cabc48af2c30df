import { randomUUID } from 'node:crypto';
import type { NewShare } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '../server.ts';
import type { Database } from '../store/store.ts';
import { diplomasOf, getAsHolder } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { postAsHolder } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { answerOnce, type Keep } from './answer-once.ts';
import { removeResponses } from './remove-responses.ts';

const bsn = testBsn(1);
const other = testBsn(2);

let register: TestRegister;
let diplomaId: string;
beforeAll(async () => {
  register = await startRegister();
  await deliver(register, [registerLine('one', { bsn }), registerLine('two', { bsn: other })]);
  diplomaId = (await diplomasOf(register, bsn))[0]?.id ?? '';
});
afterAll(() => register.close());

function shareOnce(key: string, change: object = {}, holder = bsn) {
  const body = { diplomaIds: [diplomaId], expiresOn: '2026-12-31', marks: true, ...change };
  return postAsHolder(register, holder, '/v1/shares', body, key);
}

function extractOnce(key: string) {
  const body = { diplomaIds: [diplomaId], language: 'nl' };
  return postAsHolder(register, bsn, '/v1/extracts', body, key);
}

function correctOnce(key: string) {
  const body = { reason: 'wrong', diplomaId, text: 'Mijn naam is anders.' };
  return postAsHolder(register, bsn, '/v1/correction-requests', body, key);
}

/** From here on the database fails to store an answer, as if the register died just before. */
async function refuseAnswers(database: Database): Promise<void> {
  await sql`
    create function refuse() returns trigger language plpgsql as
    'begin raise exception ''no answer is stored''; end'
  `.execute(database);
  await sql`
    create trigger refuse before update on idempotent_responses
    for each row execute function refuse()
  `.execute(database);
}

async function takeAnswers(database: Database): Promise<void> {
  await sql`drop function refuse cascade`.execute(database);
}

async function count(path: string): Promise<number> {
  const response = await getAsHolder(register, bsn, path);
  return response.json<{ items: unknown[] }>().items.length;
}

test('the same request gets the same answer: the same share with its secrets', async () => {
  const key = randomUUID();
  const before = await count('/v1/shares');
  const first = await shareOnce(key);
  const second = await shareOnce(key);

  expect(second.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
  expect(second.headers['location']).toBe(first.headers['location']);
  expect(await count('/v1/shares')).toBe(before + 1);
});

test('and the same file, byte for byte', async () => {
  const key = randomUUID();
  const before = await count('/v1/extracts');
  const first = await extractOnce(key);
  register.clock.advance(60);
  const second = await extractOnce(key);

  expect(first.statusCode).toBe(201);
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
  expect(second.headers).toMatchObject({
    'extract-number': first.headers['extract-number'],
    'content-disposition': first.headers['content-disposition'],
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
  });
  expect(await count('/v1/extracts')).toBe(before + 1);
});

test('of a file only what it is made of is kept, which is much less', async () => {
  const key = randomUUID();
  const { rawPayload } = await extractOnce(key);
  const { content } = await register.register.database
    .selectFrom('idempotentResponses')
    .select('content')
    .where('operation', '=', 'createExtract')
    .orderBy('startedAt', 'desc')
    .executeTakeFirstOrThrow();

  expect(content?.length).toBeLessThan(rawPayload.length / 4);
});

test('a file that the register would make otherwise now is issued anew', async () => {
  const key = randomUUID();
  const before = await count('/v1/extracts');
  const first = await extractOnce(key);
  const configuration = { ...register.register.configuration, checkUrl: 'https://check.elsewhere' };
  const server = await createServer({ ...register.register, configuration });
  const body = { diplomaIds: [diplomaId], language: 'nl' };
  const second = await postAsHolder({ ...register, server }, bsn, '/v1/extracts', body, key);

  expect(second.statusCode).toBe(201);
  expect(second.headers['extract-number']).not.toBe(first.headers['extract-number']);
  expect(await count('/v1/extracts')).toBe(before + 2);
  await server.close();
});

test('of two that come at once, one is served and both get its answer', async () => {
  const key = randomUUID();
  const before = await count('/v1/extracts');
  const answers = await Promise.all(Array.from({ length: 5 }, () => extractOnce(key)));

  expect(new Set(answers.map(({ headers }) => headers['extract-number'])).size).toBe(1);
  expect(await count('/v1/extracts')).toBe(before + 1);
});

test('another request under the same key is refused', async () => {
  const key = randomUUID();
  await shareOnce(key);
  const response = await shareOnce(key, { marks: false });

  expect(response.statusCode).toBe(409);
  expect(response.json()).toMatchObject({
    type: 'urn:problem-type:diplomaregister:idempotency-key-reused',
  });
});

test('a key says nothing for another holder or another operation', async () => {
  const key = randomUUID();
  const { code } = (await shareOnce(key)).json<NewShare>();
  const otherDiploma = (await diplomasOf(register, other))[0]?.id;
  const response = await shareOnce(key, { diplomaIds: [otherDiploma] }, other);

  expect(response.statusCode).toBe(201);
  expect(response.json<NewShare>().code).not.toBe(code);
  expect((await extractOnce(key)).statusCode).toBe(201);
});

test('a request that failed leaves nothing behind', async () => {
  const key = randomUUID();

  expect((await shareOnce(key, { diplomaIds: [randomUUID()] })).statusCode).toBe(404);
  expect((await shareOnce(key)).statusCode).toBe(201);
});

test.each([
  ['/v1/shares', (key: string) => shareOnce(key)],
  ['/v1/extracts', extractOnce],
  ['/v1/correction-requests', correctOnce],
])(
  '%s: what is made is not there without its answer, which a repeat needs',
  async (path, request) => {
    const { database } = register.register;
    const key = randomUUID();
    const before = await count(path);
    await refuseAnswers(database);

    expect((await request(key)).statusCode).toBe(500);
    expect(await count(path)).toBe(before);

    await takeAnswers(database);
    expect((await request(key)).statusCode).toBe(201);
    expect(await count(path)).toBe(before + 1);
  },
);

test('what took so long that it was made again has no effect, and leaves the other its answer', async () => {
  const { clock, register: parts } = register;
  const { holderId } = await parts.database
    .selectFrom('shares')
    .select('holderId')
    .executeTakeFirstOrThrow();
  const request = { holderId, operation: 'createShare', key: randomUUID(), body: {} } as const;
  const answerOf = (text: string) => ({ status: 201, headers: {}, body: Buffer.from(text) });
  const make = (text: string, keep: Keep) =>
    parts.database.transaction().execute((transaction) => keep(transaction, answerOf(text)));

  const slow = answerOnce(parts, request, async (keep) => {
    clock.advance(31);
    await answerOnce(parts, request, (keepOther) => make('quick', keepOther));
    return make('slow', keep);
  });
  await expect(slow).rejects.toMatchObject({ code: 'unavailable' });

  const again = await answerOnce(parts, request, (keep) => make('again', keep));
  expect(again.body).toEqual(Buffer.from('quick'));
});

test('a key is invalid when it is too short', async () => {
  const response = await shareOnce('short');

  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ in: 'header', code: 'too-short' }] });
});

test('after ten minutes the answer is forgotten, and can be removed', async () => {
  const { clock, register: parts } = register;
  const key = randomUUID();
  const first = (await shareOnce(key)).json<NewShare>();
  clock.advance(10 * 60);
  expect((await shareOnce(key)).json<NewShare>().code).toBe(first.code);
  clock.advance(1);
  expect((await shareOnce(key)).json<NewShare>().code).not.toBe(first.code);

  expect(await removeResponses(parts.database, clock.now())).toBeGreaterThan(0);
  const rows = await parts.database.selectFrom('idempotentResponses').select('startedAt').execute();
  expect(rows).toEqual([{ startedAt: clock.now() }]);
});

test('a request that began and never ended can be made again after half a minute', async () => {
  const { clock, register: parts } = register;
  const key = randomUUID();
  const { code } = (await shareOnce(key)).json<NewShare>();
  // As if the register had died before it had an answer.
  await parts.database
    .updateTable('idempotentResponses')
    .set({ content: null, contentKeyId: null })
    .where('startedAt', '=', clock.now())
    .execute();
  clock.advance(31);

  expect((await shareOnce(key)).json<NewShare>().code).not.toBe(code);
});
