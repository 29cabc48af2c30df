import { Writable } from 'node:stream';
import { contractCases, createAsker, operationIds } from '@diplomaregister/contract/suite';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '../server.ts';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

const bsn = testBsn(1);
let logged = '';
const log = pino(
  { level: 'trace' },
  new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  }),
);
let register: TestRegister;
beforeAll(async () => {
  register = await startRegister({ log });
});
afterAll(() => register.close());

/** What must never be in a log, as it was sent and answered. */
const secrets = new Set([bsn]);

const secretProperties = new Set(
  'bsn givenNames familyName birthDate text answer code pin shareCode receiver'.split(' '),
);

function collect(json: string): void {
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (secretProperties.has(key) && typeof value === 'string' && value.length > 4) {
        secrets.add(value);
      }
      return value;
    });
  } catch {
    // NDJSON and PDFs are not one JSON text; what is in them is sent as JSON elsewhere.
  }
}

/** Fetches, and notes what is secret on the way out and in. */
const watchedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  if (token) secrets.add(token);
  for (const line of (await request.clone().text()).split('\n')) collect(line);
  const response = await fetch(request);
  collect(await response.clone().text());
  return response;
};

/** Whether the log has a text that stands on its own: a PIN may be part of a longer number. */
function hasLogged(secret: string): boolean {
  const escaped = secret.replaceAll(/[^\w\s]/g, String.raw`\$&`);
  return new RegExp(`(?<![0-9A-Za-z-])${escaped}(?![0-9A-Za-z-])`).test(logged);
}

test('a run through every operation logs nothing personal, no token, no code and no PIN', async () => {
  const { server, tokens } = register;
  const asker = createAsker({
    url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/v1`,
    fetch: watchedFetch,
    tokens: {
      holder: () => tokens.holder(bsn),
      institution: () => tokens.institution('98AA'),
      scopeless: (role) =>
        role === 'holder'
          ? tokens.holder(bsn, { scope: 'openid' })
          : tokens.institution('98AA', { scope: 'openid' }),
    },
    now: register.clock.now,
    line: (recordId) => registerLine(recordId),
  });
  for (const { run } of contractCases) await run(asker);

  expect([...asker.succeeded].sort()).toEqual([...operationIds].sort());
  expect(logged.split('\n').length).toBeGreaterThan(contractCases.length);
  expect(secrets.size).toBeGreaterThan(20);
  expect([...secrets].filter(hasLogged)).toEqual([]);
});

test('a fault is logged by its kind and place, never by its message', async () => {
  const bsn = testBsn(2);
  await deliver(register, [registerLine('fault', { bsn })]);
  const [diploma] = await diplomasOf(register, bsn);
  const fail = () => {
    throw new TypeError(`No glyph for Zonderling, ${bsn}`);
  };
  const broken = await createServer(
    {
      ...register.register,
      composer: { ...register.register.composer, compose: fail },
      statusLists: { get: fail },
    },
    { log },
  );
  const before = logged.length;
  const extract = await broken.inject({
    method: 'POST',
    url: '/v1/extracts',
    headers: {
      authorization: `Bearer ${await register.tokens.holder(bsn)}`,
      'idempotency-key': 'a-key-of-some-length',
    },
    payload: { diplomaIds: [diploma?.id], language: 'nl' },
  });
  const list = await broken.inject('/v1/status-lists/0');

  expect([extract.statusCode, list.statusCode]).toEqual([500, 500]);
  const lines = logged.slice(before);
  expect(lines).toContain('"name":"TypeError"');
  expect(lines).toContain('request-log.test.ts');
  for (const text of [lines, extract.body, list.body]) {
    expect(text).not.toContain('Zonderling');
    expect(text).not.toContain(bsn);
  }
});
