import type { LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import {
  apiVersion,
  contractDocument,
  contractOperations,
  type Operation,
} from '../contract/operations.ts';
import {
  callSample,
  createSampleCalls,
  sampleHolder,
  sampleToken,
} from '../test-support/sample-calls.ts';
import { startRegister } from '../test-support/start-register.ts';

// The NL API Design Rules 2.2 (https://gitdocumentatie.logius.nl/publicatie/api/adr/), held against
// real answers. `spectral.yaml` of the contract holds the description against them.

const portal = 'https://portal.example';
const shop = 'https://shop.example';

const register = await startRegister();
afterAll(() => register.close());
const samples = await createSampleCalls(register);

async function call(operation: Operation, headers: Readonly<Record<string, string>> = {}) {
  const sample = samples[operation.id];
  return callSample(register, operation, sample, await sampleToken(register, operation), headers);
}

/** Every property in a JSON answer, at any depth, with its name. */
function* propertiesOf(value: unknown): Generator<readonly [name: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, content] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [name, content];
    yield* propertiesOf(content);
  }
}

/** The headers that the contract tells of, in any answer of an operation. */
function documentedHeaders({ method, path }: Operation): string[] {
  const { components, paths } = contractDocument;
  const shared: Readonly<Record<string, { readonly headers?: object }>> = components.responses;
  const methods = (paths as Readonly<Record<string, Readonly<Record<string, Described>>>>)[path];
  const { responses = {} } = methods?.[method.toLowerCase()] ?? {};
  return Object.values(responses).flatMap((response) => {
    const { headers = {} } = shared[response.$ref?.split('/').at(-1) ?? ''] ?? response;
    return Object.keys(headers);
  });
}

interface Described {
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly headers?: object }>
  >;
}

function isJson({ headers }: LightMyRequestResponse): boolean {
  return /[/+]json/.test(String(headers['content-type']));
}

/** What every answer has, good or bad (/core/transport/security-headers). */
const securityHeaders = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function expectProblem(response: LightMyRequestResponse, status: number): void {
  expect(response.statusCode).toBe(status);
  expect(response.headers).toMatchObject({
    ...securityHeaders,
    'api-version': apiVersion,
    'cache-control': 'no-store',
    'content-type': expect.stringMatching(/^application\/problem\+json/),
  });
  expect(response.json()).toMatchObject({
    type: expect.stringMatching(/^urn:problem-type:diplomaregister:/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^urn:uuid:/),
  });
}

describe.each(contractOperations)('$method $path', (operation) => {
  const { method, path, security } = operation;
  const sample = samples[operation.id];
  const isPublic = security.length === 0;
  const isForHolders = security.some(({ scheme }) => scheme === 'holder');

  test('answers with its version, as the contract says, and keeps personal data out of caches', async () => {
    const response = await call(operation);

    expect(response.statusCode).toBe(sample.status);
    expect(response.headers).toMatchObject({ ...securityHeaders, 'api-version': apiVersion });
    if (response.body !== '') {
      const [type] = String(response.headers['content-type']).split(';');
      expect(operation.responseTypes).toContain(type);
    }
    const cacheControl = String(response.headers['cache-control']);
    if (isPublic && method === 'GET') expect(cacheControl).toMatch(/^public, max-age=\d+$/);
    else expect(cacheControl).toBe('no-store');
  });

  test('names properties in camelCase, instants in UTC and dates in full', async () => {
    const response = await call(operation);
    if (!isJson(response)) return;
    for (const [name, value] of propertiesOf(response.json())) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      if (name.endsWith('At')) {
        expect(value).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
      } else expect(String(value)).not.toMatch(/^\d{4}-\d{2}-\d{2}T/);
      if (/[dD]ate$|On$/.test(name)) expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('does not know its address with a slash at the end', async () => {
    const [address] = sample.url.split('?');
    const url = `${address}/`;
    const token = await sampleToken(register, operation);
    expectProblem(await callSample(register, operation, { ...sample, url }, token), 404);
  });

  test('says which methods there are, to whoever uses another one', async () => {
    const [url = ''] = sample.url.split('?');
    for (const other of ['PUT', 'TRACE'] as const) {
      const response = await register.server.inject({ method: other as 'PUT', url });

      expectProblem(response, 405);
      expect(String(response.headers['allow']).split(', ')).toContain(method);
    }
  });

  test('says 406 when its media type is not wanted', async () => {
    if (operation.responseTypes.length === 0) return;
    expectProblem(await call(operation, { accept: 'image/webp' }), 406);
  });

  test('is open to scripts of those sites that may call it, and to no others', async () => {
    const [url = ''] = sample.url.split('?');
    for (const [origin, isWelcome] of [
      [portal, isPublic || isForHolders],
      [shop, isPublic],
    ] as const) {
      const allowed = isWelcome ? (isPublic ? '*' : origin) : undefined;
      const preflight = await register.server.inject({
        method: 'OPTIONS',
        url,
        headers: { origin, 'access-control-request-method': method },
      });
      const response = await call(operation, { origin });

      expect(preflight.statusCode).toBe(204);
      expect(preflight.headers['access-control-allow-origin']).toBe(allowed);
      expect(response.headers['access-control-allow-origin']).toBe(allowed);
      expect(response.headers['access-control-allow-credentials']).toBeUndefined();
      expect(response.headers['vary']).toBe(isForHolders ? 'Origin' : undefined);
      if (isWelcome) {
        expect(preflight.headers['access-control-allow-methods']).toContain(method);
        const exposed = String(response.headers['access-control-expose-headers']).split(', ');
        expect(exposed).toEqual(expect.arrayContaining(documentedHeaders(operation)));
      }
    }
  });

  test('has nothing personal in its address', () => {
    expect(sample.url).not.toContain(sampleHolder);
    expect(path).not.toMatch(/bsn|name|code|pin/i);
  });
});

const lists = contractOperations.filter(({ id }) => id.startsWith('list'));

describe.each(lists)('the list of $path', (operation) => {
  const sample = samples[operation.id];

  test('comes page by page, each item once, with a Link to the next page', async () => {
    const token = await sampleToken(register, operation);
    const get = async (url: string) => callSample(register, operation, { ...sample, url }, token);
    const whole = (await get(sample.url)).json<{ items: unknown[] }>().items;
    expect(whole.length).toBeGreaterThan(1);

    const items: unknown[] = [];
    const glue = sample.url.includes('?') ? '&' : '?';
    let url: string | undefined = `${sample.url}${glue}limit=1`;
    while (url !== undefined && items.length <= whole.length) {
      const page: LightMyRequestResponse = await get(url);
      items.push(...page.json<{ items: unknown[] }>().items);
      const { link } = page.headers;
      if (link !== undefined) expect(link).toMatch(/^<[^>]+[?&]cursor=[\w%-]+[^>]*>; rel="next"$/);
      url = /<([^>]+)>/.exec(String(link))?.[1];
    }
    expect(items).toEqual(whole);
  });

  test('tells everything at once that is wrong with a question', async () => {
    const token = await sampleToken(register, operation);
    const [address] = sample.url.split('?');
    const url = `${address}?limit=0&cursor=`;
    const response = await callSample(register, operation, { ...sample, url }, token);

    expectProblem(response, 400);
    const { errors } = response.json<{ errors: { in: string; location: { name: string } }[] }>();
    expect(errors.map((error) => error.location.name).sort()).toEqual(['cursor', 'limit']);
    expect(new Set(errors.map((error) => error.in))).toEqual(new Set(['query']));
  });
});

describe.each(contractOperations.filter(({ requestTypes }) => requestTypes.length > 0))(
  'the body of $method $path',
  (operation) => {
    const sample = samples[operation.id];
    const { payload: _payload, ...bare } = sample;

    test('must have its media type', async () => {
      const headers = { ...sample.headers, 'content-type': 'text/csv' };
      const token = await sampleToken(register, operation);
      const wrong = { ...sample, headers, payload: 'a,b' };
      expectProblem(await callSample(register, operation, wrong, token), 415);
      const { 'content-type': _type, ...rest } = sample.headers ?? {};
      const none = { ...bare, headers: rest };
      expectProblem(await callSample(register, operation, none, token), 415);
    });

    test('must be what its media type says', async () => {
      if (!operation.requestTypes.includes('application/json')) return;
      const headers = { ...sample.headers, 'content-type': 'application/json' };
      const token = await sampleToken(register, operation);
      for (const payload of ['{', '[]', '7', 'null', '"text"', '']) {
        const wrong = { ...sample, headers, payload };
        expectProblem(await callSample(register, operation, wrong, token), 400);
      }
    });
  },
);

test('the contract is published with its version, for any site', async () => {
  const response = await register.server.inject('/v1/openapi.json');

  expect(response.headers).toMatchObject({
    'api-version': apiVersion,
    'access-control-allow-origin': '*',
  });
  expect(response.json()).toMatchObject({ info: contractDocument.info });
});
