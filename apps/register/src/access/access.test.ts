import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { contractOperations, type OperationId, type Security } from '../contract/operations.ts';
import { getAsHolder } from '../test-support/calls.ts';
import { testBsn } from '../test-support/deliver.ts';
import {
  callSample,
  createSampleCalls,
  sampleHolder,
  sampleInstitution,
} from '../test-support/sample-calls.ts';
import { startRegister } from '../test-support/start-register.ts';
import { holderScopes, institutionScopes, type TokenOptions } from '../test-support/tokens.ts';

const register = await startRegister();
afterAll(() => register.close());

const { tokens } = register;
const samples = await createSampleCalls(register);
const { privateKey: unknownKey } = await generateKeyPair('ES256');

const holder = (options?: TokenOptions) => tokens.holder(sampleHolder, options);
const institution = (options?: TokenOptions) => tokens.institution(sampleInstitution, options);
const elsewhere = { audience: 'https://other.example/v1' };
const ofAnother = { issuer: 'https://other.example' };
const expired = { lifetime: -1 };
const low = { acr: 'http://eidas.europa.eu/LoA/low' };

/** The claims of a token, under a header that no key stands behind. */
function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}

/** The claims of a token, signed by a key that the issuer does not have. */
function resigned(token: string): Promise<string> {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const header = { alg: 'ES256', kid: 'test', typ: 'at+jwt' };
  return new SignJWT(claims).setProtectedHeader(header).sign(unknownKey);
}

type Role = 'holder' | 'institution' | 'either';

/** An answer by its status and the code of the problem; `welcome` for the one in the sample. */
type Answers = Readonly<Record<Role, string>>;

const everywhere = (answer: string): Answers => ({
  holder: answer,
  institution: answer,
  either: answer,
});
const invalid = everywhere('401 token-invalid');

/** Every kind of caller: the token that they have, and what they hear. */
const callers: Readonly<
  Record<string, { readonly token: string | undefined; readonly answers: Answers }>
> = {
  'anyone, without a token': { token: undefined, answers: everywhere('401 token-missing') },
  'somebody with nonsense': { token: 'nonsense', answers: invalid },
  'the holder': {
    token: await holder(),
    answers: { ...invalid, holder: 'welcome', either: 'welcome' },
  },
  'somebody who acts for the holder': {
    token: await holder({ claims: { act: { name: 'Wilma Zeegers' } } }),
    answers: { ...invalid, holder: 'welcome', either: 'welcome' },
  },
  'somebody who acts for the holder, and has no name': {
    token: await holder({ claims: { act: { sub: 'guardian-1' } } }),
    answers: invalid,
  },
  'another holder': {
    token: await tokens.holder(testBsn(2)),
    answers: { ...invalid, holder: 'stranger', either: 'stranger' },
  },
  'a holder with scopes of other things': {
    token: await holder({ scope: 'openid' }),
    answers: { ...invalid, holder: '403 scope-missing', either: '403 scope-missing' },
  },
  'a holder with little assurance': {
    token: await holder(low),
    answers: { ...invalid, holder: '403 assurance-too-low', either: '403 assurance-too-low' },
  },
  'a holder with a token for another register': {
    token: await holder(elsewhere),
    answers: invalid,
  },
  'a holder with an expired token': { token: await holder(expired), answers: invalid },
  'a holder with a token of another issuer': { token: await holder(ofAnother), answers: invalid },
  'a holder with an identity token': { token: await holder({ type: 'JWT' }), answers: invalid },
  'a holder with a token that is not signed': {
    token: await tokens.encrypt(unsigned(await tokens.bareHolder(sampleHolder))),
    answers: invalid,
  },
  'a holder with a token that somebody else signed': {
    token: await tokens.encrypt(await resigned(await tokens.bareHolder(sampleHolder))),
    answers: invalid,
  },
  'a holder with a token that is not encrypted': {
    token: await tokens.bareHolder(sampleHolder, { scope: 'diplomas' }),
    // Read as the token of an institution, which it is not.
    answers: { ...invalid, institution: '403 scope-missing', either: '403 scope-missing' },
  },
  'a holder with a bare token that has all scopes': {
    token: await tokens.bareHolder(sampleHolder, { scope: `${holderScopes} ${institutionScopes}` }),
    answers: invalid,
  },
  'a holder with a BSN that fails the test': {
    token: await tokens.holder('123456789'),
    answers: invalid,
  },
  'the institution': {
    token: await institution(),
    answers: { ...invalid, institution: 'welcome', either: 'welcome' },
  },
  'another institution': {
    token: await tokens.institution('98DD'),
    answers: { ...invalid, institution: 'stranger', either: 'stranger' },
  },
  'an institution with scopes of other things': {
    token: await institution({ scope: 'diplomas' }),
    answers: { ...invalid, institution: '403 scope-missing', either: '403 scope-missing' },
  },
  'an institution with a token for another register': {
    token: await institution(elsewhere),
    answers: invalid,
  },
  'an institution with an expired token': { token: await institution(expired), answers: invalid },
  'an institution with a token of another issuer': {
    token: await institution(ofAnother),
    answers: invalid,
  },
  'an institution with a token that is not signed': {
    token: unsigned(await institution()),
    answers: invalid,
  },
  'an institution with a token that somebody else signed': {
    token: await resigned(await institution()),
    answers: invalid,
  },
  'an institution with a token encrypted like a holder’s': {
    token: await tokens.encrypt(await institution({ scope: holderScopes })),
    answers: { ...invalid, holder: '403 assurance-too-low', either: '403 assurance-too-low' },
  },
  'an operator with scopes that the register does not know': {
    token: await tokens.anybody({ scope: 'admin operator register' }),
    answers: { ...invalid, institution: '403 scope-missing', either: '403 scope-missing' },
  },
  'an operator with all scopes, who is no institution': {
    token: await tokens.anybody({ scope: `${holderScopes} ${institutionScopes}` }),
    answers: invalid,
  },
};

const notFound = { answer: '404 not-found' };
const nothing = { answer: '200', body: { items: [] } };

/** What another holder or another institution gets, who may call the operation about own things. */
const strangers: Readonly<
  Partial<Record<OperationId, { readonly answer: string; readonly body?: object }>>
> = {
  listDiplomas: nothing,
  getDiploma: notFound,
  listExtracts: nothing,
  createExtract: notFound,
  listShares: nothing,
  createShare: notFound,
  revokeShare: notFound,
  listAccessRecords: nothing,
  listCorrectionRequests: nothing,
  createCorrectionRequest: notFound,
  updateCorrectionRequest: notFound,
  createDelivery: { answer: '201', body: { lines: 1, rejected: 1 } },
  getDelivery: notFound,
  listRejections: notFound,
  // Any institution may look up anyone whom it may admit.
  createDiplomaLookup: { answer: '200', body: { diplomas: [{}, {}] } },
};

function roleOf(security: Security): Role | 'anyone' {
  const [first, second] = security;
  if (first === undefined) return 'anyone';
  return second === undefined ? first.scheme : 'either';
}

describe.each(contractOperations)('$method $path', (operation) => {
  const sample = samples[operation.id];
  const role = roleOf(operation.security);

  test.each(Object.entries(callers))('as %s', async (_name, { answers, token }) => {
    const response = await callSample(register, operation, sample, token);
    const { headers, statusCode } = response;
    const problem = statusCode < 400 ? undefined : response.json<{ type: string }>();
    const answer = [statusCode, problem?.type.split(':').at(-1)].join(' ').trim();

    const expected = role === 'anyone' ? 'welcome' : answers[role];
    switch (expected) {
      case 'welcome':
        expect(answer).toBe(String(sample.status));
        break;
      case 'stranger': {
        const stranger = strangers[operation.id];
        expect(answer).toBe(stranger?.answer);
        if (stranger?.body) expect(response.json()).toMatchObject(stranger.body);
        break;
      }
      default:
        expect(answer).toBe(expected);
        expect(headers['www-authenticate']).toMatch(/^Bearer realm="diplomaregister"/);
    }
  });
});

const closed = contractOperations.filter(({ security }) => security.length > 0);

test.each(closed)(
  '$method $path takes no other scopes, however many, for its own',
  async (operation) => {
    const all = new Set(`${holderScopes} ${institutionScopes}`.split(' '));
    for (const { scheme, scopes } of operation.security) {
      const scope = [...all].filter((each) => !scopes.includes(each)).join(' ');
      const token = await (scheme === 'holder' ? holder({ scope }) : institution({ scope }));
      const response = await callSample(register, operation, samples[operation.id], token);

      expect(response.statusCode).toBe(403);
      expect(response.headers['www-authenticate']).toContain(`scope="${scopes.join(' ')}"`);
    }
  },
);

describe('a holder', () => {
  test('with a high level of assurance is welcome', async () => {
    const authorization = `Bearer ${await holder({ acr: 'http://eidas.europa.eu/LoA/high' })}`;
    const response = await register.server.inject({
      url: '/v1/diplomas',
      headers: { authorization },
    });

    expect(response.statusCode).toBe(200);
  });

  test('whose token came to its end during the day is told so', async () => {
    const response = await register.server.inject({
      url: '/v1/diplomas',
      headers: { authorization: `Bearer ${await holder(expired)}` },
    });

    expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(response.json()).toMatchObject({ detail: 'The access token has expired.' });
  });

  test('of whom the register has nothing may ask, and finds nothing', async () => {
    const response = await getAsHolder(register, testBsn(900), '/v1/diplomas');

    expect(response.json()).toEqual({ items: [] });
  });
});
