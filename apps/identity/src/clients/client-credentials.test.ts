import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  createRemoteJWKSet,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestIdentity, type TestIdentity } from '../test-support/start.ts';

let identity: TestIdentity;
beforeAll(async () => {
  identity = await startTestIdentity();
});
afterAll(() => identity.stop());

async function assertion(
  key: CryptoKey,
  claims: Readonly<Record<string, unknown>> = {},
  clientId = 'school',
) {
  return new SignJWT({ jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(identity.url)
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(key);
}

const askToken = (
  clientAssertion: string,
  changes: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) =>
  fetch(`${identity.url}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'school',
      scope: 'deliveries',
      resource: `${identity.registerUrl}/v1`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: clientAssertion,
      ...changes,
    }),
  });

describe('the token service for institutions', () => {
  it('gives a signed token that names the institution', async () => {
    const response = await askToken(await assertion(identity.schoolKey));
    const answer = await response.json();
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'deliveries' });
    const keys = createRemoteJWKSet(new URL(`${identity.url}/jwks`));
    const { payload } = await jwtVerify(answer.access_token, keys, {
      issuer: identity.url,
      audience: `${identity.registerUrl}/v1`,
      typ: 'at+jwt',
    });
    expect(payload).toMatchObject({ institution: '98AA', scope: 'deliveries', sub: 'school' });
    expect(payload).not.toHaveProperty('bsn');
  });

  it('refuses another key, and an assertion that was used before', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect((await askToken(await assertion(privateKey))).status).toBe(401);

    const once = await assertion(identity.schoolKey);
    expect((await askToken(once)).status).toBe(200);
    expect((await askToken(once)).status).toBe(401);
  });

  it('does not say of a token that it is of use to one key alone: the register takes it from anyone', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const proof = await new SignJWT({
      jti: randomUUID(),
      htm: 'POST',
      htu: `${identity.url}/token`,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
      .setIssuedAt()
      .sign(privateKey);
    const response = await askToken(await assertion(identity.schoolKey), {}, { DPoP: proof });
    expect(await response.json()).toMatchObject({ token_type: 'Bearer' });
  });

  it('gives no scope of holders to an institution', async () => {
    const asked = { scope: 'deliveries diplomas' };
    const response = await askToken(await assertion(identity.schoolKey), asked);
    expect(await response.json()).toMatchObject({ scope: 'deliveries' });
  });

  it('knows by its code each institution of which the register has a key', async () => {
    const ask = async (key: CryptoKey, code: string) =>
      askToken(await assertion(key, {}, code), { client_id: code });
    const response = await ask(identity.collegeKey, '98CC');
    const { access_token: token } = await response.json();
    expect(decodeJwt(token)).toMatchObject({ institution: '98CC', sub: '98CC' });

    expect((await ask(identity.schoolKey, '98CC')).status).toBe(401);
    expect((await ask(identity.collegeKey, '98DD')).status).toBe(401);
    expect((await ask(identity.collegeKey, 'nobody')).status).toBe(401);
  });
});
