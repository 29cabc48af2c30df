import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAsHolder } from './test-support/calls.ts';
import { deliver, registerLine, testBsn } from './test-support/deliver.ts';
import { postAsHolder, sendAsInstitution } from './test-support/post.ts';
import { startRegister, type TestRegister } from './test-support/start-register.ts';

let register: TestRegister;
const logged: string[] = [];
const log = new Writable({
  write(chunk, _encoding, done) {
    logged.push(String(chunk));
    done();
  },
});

beforeAll(async () => {
  register = await startRegister({ log: pino({ level: 'trace' }, log) });
});
afterAll(() => register.close());

const uuid = '3f2b1c5e-6a7d-4e8f-9a0b-1c2d3e4f5a6b';

test.each<[string, 'GET' | 'PUT' | 'POST', string, number, string]>([
  ['nothing there', 'GET', '/v1/nothing', 404, 'not-found'],
  ['a slash at the end', 'GET', '/v1/statistics/', 404, 'not-found'],
  ['a slash at the end of a list', 'GET', '/v1/status-lists/', 404, 'not-found'],
  ['another version', 'GET', '/v2/statistics', 404, 'not-found'],
  ['a path that looks like a pattern', 'GET', '/v1/:a([)', 404, 'not-found'],
  ['a path with a star in it', 'POST', '/*/v1/*x', 404, 'not-found'],
  ['another method on a key', 'POST', '/institution-keys/98AA', 405, 'method-not-allowed'],
  ['a broken address', 'GET', '/v1/status-lists/%E0%A4', 400, 'invalid-input'],
  ['an id longer than any', 'GET', `/v1/status-lists/${'1'.repeat(200)}`, 404, 'not-found'],
  ['another method', 'PUT', '/v1/statistics', 405, 'method-not-allowed'],
  ['another method on a thing', 'PUT', `/v1/diplomas/${uuid}`, 405, 'method-not-allowed'],
  ['a list of statuses that is not there', 'GET', '/v1/status-lists/4711', 404, 'not-found'],
  ['a number that is none', 'GET', '/v1/status-lists/first', 400, 'invalid-input'],
  ['a key that is none', 'GET', '/v1/revocation-lists/KEY', 400, 'invalid-input'],
])(
  '%s is a problem, with the version of the contract',
  async (_name, method, url, status, code) => {
    const response = await register.server.inject({ method, url });

    expect(response.statusCode).toBe(status);
    expect(response.headers['api-version']).toBe('1.0.0');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.headers['x-frame-options']).toBe('DENY');
    expect(response.headers['strict-transport-security']).toMatch(/^max-age=/);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({
      type: `urn:problem-type:diplomaregister:${code}`,
      status,
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
  },
);

test('a 405 tells which methods there are', async () => {
  const response = await register.server.inject({ method: 'PUT', url: '/v1/deliveries' });

  expect(response.headers['allow']).toBe('POST, OPTIONS');
});

describe('invalid input', () => {
  test('is told all at once, by its place and never by its value', async () => {
    const url = '/v1/diplomas?limit=999&cursor=';
    const response = await getAsHolder(register, testBsn(1), url);

    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: object[] }>().errors).toEqual([
      {
        in: 'query',
        location: { name: 'cursor' },
        code: 'too-short',
        detail: expect.any(String),
      },
      {
        in: 'query',
        location: { name: 'limit' },
        code: 'too-large',
        detail: expect.any(String),
      },
    ]);
  });

  test('that is a cursor from elsewhere is refused', async () => {
    for (const cursor of ['bm9uc2Vuc2U', 'WyIyMDIzIl0', 'WzEsMl0']) {
      const response = await getAsHolder(register, testBsn(1), `/v1/diplomas?cursor=${cursor}`);
      expect(response.json()).toMatchObject({ status: 400, errors: [{ code: 'cursor-unknown' }] });
    }
  });

  test.each(['2026-02-30', '2026-99-99', '0000-01-01'])(
    'that is a cursor at %s, which is no day, is refused',
    async (day) => {
      const place = [`${day}T00:00:00.000Z`, uuid];
      const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
      const response = await getAsHolder(register, testBsn(1), `/v1/shares?cursor=${cursor}`);

      expect(response.json()).toMatchObject({ status: 400, errors: [{ code: 'cursor-unknown' }] });
    },
  );

  test.each([`urn:uuid:${uuid}`, uuid.toUpperCase(), 'x'])(
    'that is an id as the register writes none, such as %s, is refused',
    async (id) => {
      const inPath = await getAsHolder(register, testBsn(1), `/v1/diplomas/${id}`);
      const inBody = await postAsHolder(register, testBsn(1), '/v1/extracts', {
        diplomaIds: [id],
        language: 'nl',
      });

      expect(inPath.json()).toMatchObject({ status: 400, errors: [{ code: 'format' }] });
      expect(inBody.json()).toMatchObject({
        status: 400,
        errors: [{ location: { pointer: '/diplomaIds/0' }, code: 'format' }],
      });
    },
  );

  test('is told of a hundred faults at most of a kind', async () => {
    const faults = Array.from({ length: 7_000 }, (_, at) => [at.toString(36), 1]);
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/verifications',
      payload: { extractNumber: 'DR-0000-0000-0000-0', sha256: 'x', ...Object.fromEntries(faults) },
    });
    const { errors } = response.json<{ errors: { code: string }[] }>();

    expect(response.statusCode).toBe(400);
    expect(errors.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['pattern', 'unknown-property', 'more-errors']),
    );
    expect(errors.filter(({ code }) => code === 'unknown-property')).toHaveLength(100);
  });

  test.each([
    ['Latin-1', '\xeb'],
    ['a NUL in two bytes', '\xc0\x80'],
    ['half of a character', '\xed\xa0\x80'],
  ])('that is a body in another encoding, as of %s, is refused', async (_what, bytes) => {
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/correction-requests',
      headers: {
        authorization: `Bearer ${await register.tokens.holder(testBsn(1))}`,
        'content-type': 'application/json',
        'idempotency-key': uuid,
      },
      payload: Buffer.from(`{"reason":"missing","institution":"98AA","text":"${bytes}"}`, 'latin1'),
    });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ in: 'body', code: 'unreadable' }] });
  });

  test('is told of every part of a request', async () => {
    const token = await register.tokens.institution('98AA');
    const patch = (payload: string) =>
      register.server.inject({
        method: 'PATCH',
        url: '/v1/correction-requests/x',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload,
      });
    const placesOf = ({ errors }: { errors: { in: string; code: string }[] }) =>
      errors.map((error) => `${error.in} ${error.code}`);

    expect(placesOf((await patch('{"status":"done"}')).json())).toEqual([
      'path format',
      'body required',
    ]);
    expect(placesOf((await patch('{')).json())).toEqual(['path format', 'body unreadable']);
    const share = await register.server.inject({
      method: 'POST',
      url: '/v1/shares',
      headers: {
        authorization: `Bearer ${await register.tokens.holder(testBsn(1))}`,
        'idempotency-key': 'short',
      },
      payload: { diplomaIds: [uuid], expiresOn: '2026-12-31', marks: 'no' },
    });
    expect(placesOf(share.json())).toEqual(['header too-short', 'body type']);
  });

  test('is told also where only the register can say that it is wrong', async () => {
    const pointersOf = ({
      errors,
    }: {
      errors: { code: string; location: { pointer: string } }[];
    }) => errors.map(({ code, location }) => `${code} ${location.pointer}`);
    const share = (body: object) => postAsHolder(register, testBsn(1), '/v1/shares', body);
    const past = { diplomaIds: [uuid], expiresOn: '2020-01-01', marks: 'no' };
    expect(pointersOf((await share(past)).json())).toEqual([
      'type /marks',
      'date-passed /expiresOn',
    ]);
    const noDay = { ...past, expiresOn: '2020-02-30' };
    expect(pointersOf((await share(noDay)).json())).toEqual(['format /expiresOn', 'type /marks']);
    expect(pointersOf((await share({ diplomaIds: [uuid], marks: true })).json())).toEqual([
      'required /expiresOn',
    ]);
    expect(pointersOf((await share([])).json())).toEqual(['type ']);

    const lookup = { bsn: '123456789', purpose: 'curiosity' };
    const url = '/v1/diploma-lookups';
    const response = await sendAsInstitution(register, '98AA', 'POST', url, lookup);
    expect(pointersOf(response.json())).toEqual(['not-allowed /purpose', 'bsn-invalid /bsn']);
  });
});

describe('media types', () => {
  test.each([
    ['text/html', 406],
    ['application/json;q=0', 406],
    ['application/json', 200],
    ['text/html, application/*;q=0.8', 200],
    ['*/*', 200],
  ])('Accept: %s gives %i', async (accept, status) => {
    const response = await register.server.inject({ url: '/v1/statistics', headers: { accept } });

    expect(response.statusCode).toBe(status);
  });

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json', 400],
  ])('a body of %s gives %i', async (type, status) => {
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/verifications',
      headers: { 'content-type': type },
      payload: '{',
    });

    expect(response.statusCode).toBe(status);
  });

  test('a body that is larger than a form is refused', async () => {
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/verifications',
      headers: { 'content-type': 'application/json' },
      payload: `"${'x'.repeat(70_000)}"`,
    });

    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:content-too-large',
    });
  });
});

describe('scripts of other sites', () => {
  const preflight = (url: string, origin: string, method: string) =>
    register.server.inject({
      method: 'OPTIONS',
      url,
      headers: { origin, 'access-control-request-method': method },
    });

  test('may do what anyone may do', async () => {
    const response = await preflight('/v1/verifications', 'https://shop.example', 'POST');

    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['access-control-allow-methods']).toBe('POST');
    const answer = await register.server.inject('/v1/trust-anchors');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toContain('Retry-After');
  });

  test('act for a holder only from a portal, also when something is wrong', async () => {
    const portal = await preflight('/v1/extracts', 'https://portal.example', 'POST');
    expect(portal.headers['access-control-allow-origin']).toBe('https://portal.example');
    expect(portal.headers['access-control-allow-headers']).toContain('Idempotency-Key');
    expect(portal.headers['vary']).toBe('Origin');

    const shop = await preflight('/v1/extracts', 'https://shop.example', 'POST');
    expect(shop.headers['access-control-allow-origin']).toBeUndefined();

    const refused = await register.server.inject({
      url: '/v1/diplomas',
      headers: { origin: 'https://portal.example' },
    });
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['access-control-allow-origin']).toBe('https://portal.example');
    expect(refused.headers['access-control-expose-headers']).toContain('Link');
  });

  test.each(['/v1/nothing', '/v1/statistics/', '/nothing'])(
    'read that there is no %s',
    async (url) => {
      const response = await register.server.inject({
        url,
        headers: { origin: 'https://shop.example' },
      });

      expect(response.statusCode).toBe(404);
      expect(response.headers['access-control-allow-origin']).toBe('*');
    },
  );

  test('read that a check is not made by reading', async () => {
    const response = await register.server.inject('/v1/verifications');

    expect(response.statusCode).toBe(405);
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  test('never act for an institution', async () => {
    const response = await preflight('/v1/deliveries', 'https://portal.example', 'POST');

    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });
});

test('the contract is open to all, with the address of this register', async () => {
  const response = await register.server.inject('/v1/openapi.json');

  expect(response.headers['access-control-allow-origin']).toBe('*');
  expect(response.json()).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'https://register.example/v1' }],
  });
});

test('the key to which tokens are encrypted is public, its private half is not', async () => {
  const { keys } = (await register.server.inject('/.well-known/jwks.json')).json<{
    keys: object[];
  }>();

  expect(keys).toEqual([
    {
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
      kid: expect.any(String),
      use: 'enc',
      alg: 'ECDH-ES',
    },
  ]);
});

test('names the token service whose tokens it takes', async () => {
  const path = '/.well-known/oauth-protected-resource/v1';

  expect((await register.server.inject(path)).json()).toEqual({
    resource: 'https://register.example/v1',
    authorization_servers: ['https://identity.example'],
  });
});

test('says that it lives and is ready', async () => {
  expect((await register.server.inject('/health')).json()).toEqual({ status: 'ok' });
  expect((await register.server.inject('/ready')).json()).toEqual({ status: 'ready' });
});

test.each(['/health', '/ready', '/docs', '/v1/openapi.json', '/.well-known/jwks.json'])(
  '%s is there to be read, and says so to whoever tries something else',
  async (url) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'] as const) {
      const response = await register.server.inject({ method, url: `${url}?x=1` });

      expect(response.statusCode).toBe(405);
      expect(response.headers['allow']).toBe('GET, HEAD');
      expect(response.json()).toMatchObject({ status: 405 });
    }
    expect((await register.server.inject({ method: 'HEAD', url })).statusCode).toBe(200);
  },
);

test('logs each request with its route, and nothing personal', async () => {
  const bsn = testBsn(77);
  const token = await register.tokens.holder(bsn);
  await deliver(register, [registerLine('logged', { bsn, familyName: 'Zonderling' })]);
  await register.server.inject({
    url: '/v1/diplomas?cursor=Zonderling',
    headers: { authorization: `Bearer ${token}` },
  });
  await register.server.inject(`/v1/Zonderling/${bsn}`);

  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(
    expect.objectContaining({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      route: '/v1/diplomas',
      status: 400,
      milliseconds: expect.any(Number),
    }),
  );
  expect(logged.join('')).not.toContain('Zonderling');
  expect(logged.join('')).not.toContain(bsn);
  expect(logged.join('')).not.toContain(token.slice(0, 40));
});
