import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOperations, type Operation } from '../contract/operations.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
  await deliver(register, [registerLine('own', { bsn: testBsn(1) })]);
});
afterAll(() => register.close());

const holder = testBsn(1);
const low = 'http://eidas.europa.eu/LoA/low';

/** Every kind of caller, and the token that they have. */
const callers = {
  anyone: async () => undefined,
  'a holder': () => register.tokens.holder(holder),
  'a holder with scopes of other things': () => register.tokens.holder(holder, { scope: 'openid' }),
  'a holder with little assurance': () => register.tokens.holder(holder, { acr: low }),
  'a holder with a token for another register': () =>
    register.tokens.holder(holder, { audience: 'https://other.example/v1' }),
  'a holder with an expired token': () => register.tokens.holder(holder, { lifetime: -1 }),
  'a holder with a token of another issuer': () =>
    register.tokens.holder(holder, { issuer: 'https://other.example' }),
  'a holder with an identity token': () => register.tokens.holder(holder, { type: 'JWT' }),
  'a holder with a token that is not encrypted': () => register.tokens.bareHolder(holder),
  'a holder with a BSN that fails the test': () => register.tokens.holder('123456789'),
  'an institution': () => register.tokens.institution('98AA'),
  'an institution with scopes of other things': () =>
    register.tokens.institution('98AA', { scope: 'diplomas' }),
  'an institution with a token for another register': () =>
    register.tokens.institution('98AA', { audience: 'https://other.example/v1' }),
  'an institution with an expired token': () =>
    register.tokens.institution('98AA', { lifetime: -1 }),
  'somebody with nonsense': async () => 'nonsense',
} as const satisfies Readonly<Record<string, () => Promise<string | undefined>>>;

type Caller = keyof typeof callers;

/** What each caller hears of the operations for holders, and of those for institutions. */
const answers: Readonly<Record<Caller, { holder: string; institution: string }>> = {
  anyone: { holder: '401 token-missing', institution: '401 token-missing' },
  'a holder': { holder: 'welcome', institution: '401 token-invalid' },
  'a holder with scopes of other things': {
    holder: '403 scope-missing',
    institution: '401 token-invalid',
  },
  'a holder with little assurance': {
    holder: '403 assurance-too-low',
    institution: '401 token-invalid',
  },
  'a holder with a token for another register': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'a holder with an expired token': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'a holder with a token of another issuer': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'a holder with an identity token': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'a holder with a token that is not encrypted': {
    holder: '401 token-invalid',
    institution: '403 scope-missing',
  },
  'a holder with a BSN that fails the test': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'an institution': { holder: '401 token-invalid', institution: 'welcome' },
  'an institution with scopes of other things': {
    holder: '401 token-invalid',
    institution: '403 scope-missing',
  },
  'an institution with a token for another register': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'an institution with an expired token': {
    holder: '401 token-invalid',
    institution: '401 token-invalid',
  },
  'somebody with nonsense': { holder: '401 token-invalid', institution: '401 token-invalid' },
};

/** Calls an operation, with a body of the right type that need not be right otherwise. */
async function call({ method, path, requestTypes }: Operation, token: string | undefined) {
  const id = '3f2b1c5e-6a7d-4e8f-9a0b-1c2d3e4f5a6b';
  const [requestType] = requestTypes;
  const response = await register.server.inject({
    method: method as 'GET',
    url: `/v1${path.replace('{listId}', '1').replace('{keyId}', '0123456789').replace('{id}', id)}`,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(requestType !== undefined && { 'content-type': requestType }),
    },
    ...(requestType !== undefined && { payload: '{}' }),
  });
  const { statusCode, headers } = response;
  if (statusCode !== 401 && statusCode !== 403) return { answer: 'welcome', headers };
  const { type } = response.json<{ type: string }>();
  return { answer: `${statusCode} ${type.split(':').at(-1)}`, headers };
}

describe.each(contractOperations)('$method $path', (operation) => {
  test.each(Object.keys(callers) as Caller[])('as %s', async (caller) => {
    const { answer, headers } = await call(operation, await callers[caller]());

    const { scheme } = operation.security;
    expect(answer).toBe(scheme === 'anyone' ? 'welcome' : answers[caller][scheme]);
    if (answer !== 'welcome') {
      expect(headers['www-authenticate']).toMatch(/^Bearer realm="diplomaregister"/);
    }
  });
});

describe('a holder', () => {
  test('sees nothing of another holder', async () => {
    const { server, tokens } = register;
    const get = async (bsn: string, url: string) =>
      server.inject({ url, headers: { authorization: `Bearer ${await tokens.holder(bsn)}` } });
    const own = await get(testBsn(1), '/v1/diplomas');
    const [diploma] = own.json<{ items: { id: string }[] }>().items;

    expect((await get(testBsn(1), `/v1/diplomas/${diploma?.id}`)).statusCode).toBe(200);
    expect((await get(testBsn(2), `/v1/diplomas/${diploma?.id}`)).statusCode).toBe(404);
    expect((await get(testBsn(2), '/v1/diplomas')).json()).toEqual({ items: [] });
  });

  test('with a high level of assurance is welcome', async () => {
    const acr = 'http://eidas.europa.eu/LoA/high';
    const authorization = `Bearer ${await register.tokens.holder(holder, { acr })}`;
    const response = await register.server.inject({
      url: '/v1/diplomas',
      headers: { authorization },
    });

    expect(response.statusCode).toBe(200);
  });

  test('whose token came to its end during the day is told so', async () => {
    const authorization = `Bearer ${await register.tokens.holder(holder, { lifetime: -1 })}`;
    const response = await register.server.inject({
      url: '/v1/diplomas',
      headers: { authorization },
    });

    expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(response.json()).toMatchObject({ detail: 'The access token has expired.' });
  });
});
