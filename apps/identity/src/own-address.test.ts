import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { afterEach, expect, it } from 'vitest';
import { startTestIdentity, type TestIdentity } from './test-support/start.ts';

let identity: TestIdentity;
afterEach(() => identity.stop());

/** Asks with a name for the host that a caller may make up; with a form when there is one. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>>,
  form?: URLSearchParams,
) {
  const type = form && { 'Content-Type': 'application/x-www-form-urlencoded' };
  const asking = request(`${identity.listensOn}${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { ...headers, ...type },
  }).end(form?.toString());
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const discovery = '/.well-known/openid-configuration';

it.each([
  ['Host', { Host: 'elsewhere.example' }],
  ['X-Forwarded-Host', { 'X-Forwarded-Host': 'elsewhere.example', 'X-Forwarded-Proto': 'https' }],
])('tells its own addresses, whatever the caller writes in %s', async (_name, headers) => {
  identity = await startTestIdentity();
  const { body } = await ask(discovery, headers);

  expect(body).not.toContain('elsewhere.example');
  expect(JSON.parse(body)).toMatchObject({
    issuer: identity.url,
    jwks_uri: `${identity.url}/jwks`,
    token_endpoint: `${identity.url}/token`,
  });
});

it('takes no assertion that an institution made for another token service', async () => {
  identity = await startTestIdentity();
  const made = (audience: string) =>
    new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('school')
      .setSubject('school')
      .setAudience(audience)
      .setExpirationTime('60s')
      .sign(identity.schoolKey);
  const passOn = async (audience: string) => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'school',
      scope: 'deliveries',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await made(audience),
    });
    return (await ask('/token', { Host: 'elsewhere.example' }, form)).status;
  };

  expect(await passOn('http://elsewhere.example/token')).toBe(401);
  expect(await passOn(`${identity.url}/token`)).toBe(200);
});

it('is an https issuer behind a proxy that speaks http with it, with cookies for https alone', async () => {
  identity = await startTestIdentity('https://identity.example');
  const { body } = await ask(discovery, {});
  expect(JSON.parse(body)).toMatchObject({ jwks_uri: 'https://identity.example/jwks' });

  const query = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: 'http://localhost:4000/portal/',
    scope: 'diplomas',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  const { headers } = await ask(`/auth?${query}`, {});
  expect(headers.location).toMatch(/^\/sign-in\//);
  expect(headers['set-cookie']?.length).toBeGreaterThan(0);
  for (const cookie of headers['set-cookie'] ?? []) expect(cookie).toMatch(/; secure(;|$)/);
});
