import { createHash, randomBytes } from 'node:crypto';
import { compactDecrypt, createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVisitor, type Visitor } from '../test-support/browser.ts';
import { anna, portalPage, startTestIdentity, type TestIdentity } from '../test-support/start.ts';

let identity: TestIdentity;
beforeAll(async () => {
  identity = await startTestIdentity();
});
afterAll(() => identity.stop());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

function authorizeUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = {
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: portalPage,
    resource: `${identity.registerUrl}/v1`,
    scope: 'diplomas extracts shares',
    state: 'some-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const present = Object.entries(parameters).filter((entry) => entry[1] !== undefined);
  return `${identity.url}/auth?${new URLSearchParams(present as [string, string][])}`;
}

const locationOf = (response: Response) =>
  new URL(response.headers.get('location') ?? '', identity.url);

/** Asks for the sign-in page and gives its address. */
async function reachPage(visitor: Visitor, url = authorizeUrl()): Promise<string> {
  const page = locationOf(await visitor.get(url)).href;
  expect(new URL(page).pathname).toMatch(/^\/sign-in\//);
  return page;
}

/** Signs in and gives the address at the portal to which the browser is sent. */
async function signIn(visitor: Visitor, form: Readonly<Record<string, string>>): Promise<URL> {
  const page = await reachPage(visitor);
  const resume = locationOf(await visitor.post(page, form));
  return locationOf(await visitor.get(resume.href));
}

const redeem = (code: string | null, changes: Readonly<Record<string, string>> = {}) =>
  fetch(`${identity.url}/token`, {
    method: 'POST',
    headers: { Origin: new URL(portalPage).origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'portal',
      redirect_uri: portalPage,
      code: code ?? '',
      code_verifier: verifier,
      ...changes,
    }),
  });

async function openToken(accessToken: string) {
  const { plaintext } = await compactDecrypt(accessToken, identity.registerKey);
  const keys = createRemoteJWKSet(new URL(`${identity.url}/jwks`));
  return jwtVerify(new TextDecoder().decode(plaintext), keys, {
    issuer: identity.url,
    audience: `${identity.registerUrl}/v1`,
    typ: 'at+jwt',
  });
}

describe('signing in as a holder', () => {
  it('ends in a token that only the register can open', async () => {
    const back = await signIn(createVisitor(), { account: anna.id });
    expect(back.href.startsWith(portalPage)).toBe(true);
    expect(back.searchParams.get('state')).toBe('some-state');

    const response = await redeem(back.searchParams.get('code'));
    const answer = await response.json();
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:4000');
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(decodeProtectedHeader(answer.access_token)).toMatchObject({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
    });
    const { payload, protectedHeader } = await openToken(answer.access_token);
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      sub: anna.id,
      bsn: anna.bsn,
      acr: 'http://eidas.europa.eu/LoA/substantial',
      scope: 'diplomas extracts shares',
      client_id: 'portal',
    });
  });

  it('takes a typed test BSN, and a low level of assurance', async () => {
    const back = await signIn(createVisitor(), {
      account: anna.id,
      bsn: '999900018',
      assurance: 'low',
    });
    const answer = await (await redeem(back.searchParams.get('code'))).json();
    const { payload } = await openToken(answer.access_token);
    expect(payload['bsn']).toBe('999900018');
    expect(payload['acr']).toBe('http://eidas.europa.eu/LoA/low');
    expect(payload.sub).toMatch(/^visitor-/);
  });

  it.each([
    ['fails the eleven test', '999900019'],
    ['is not a test number', '111222333'],
    ['is no number', 'abc'],
  ])('refuses a BSN that %s, and does not repeat it', async (_why, bsn) => {
    const visitor = createVisitor();
    const response = await visitor.post(await reachPage(visitor), { account: 'other', bsn });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('Dit is geen test-BSN');
    expect(page).not.toContain(bsn);
  });

  it('asks again each time, and goes back with an error when cancelled', async () => {
    const visitor = createVisitor();
    await signIn(visitor, { account: anna.id });
    const back = await signIn(visitor, { cancel: 'yes' });
    expect(back.searchParams.get('error')).toBe('access_denied');
  });

  it('lets another person sign in, in a browser in which somebody is still signed in', async () => {
    const visitor = createVisitor();
    await signIn(visitor, { account: anna.id });
    const page = await reachPage(visitor);
    const resume = locationOf(await visitor.post(page, { account: 'other', bsn: '999900018' }));
    // The session of the one before is ended first, by a form that sends itself.
    const ending = await (await visitor.get(resume.href)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(ending)?.[1] ?? '';
    const ended = await visitor.post(`${identity.url}/sign-out/confirm`, { xsrf, logout: 'yes' });
    const back = locationOf(await visitor.get(locationOf(ended).href));

    const answer = await (await redeem(back.searchParams.get('code'))).json();
    const { payload } = await openToken(answer.access_token);
    expect(payload['bsn']).toBe('999900018');
  });

  it('refuses the form from a browser that did not get the page', async () => {
    const page = await reachPage(createVisitor());
    const response = await createVisitor().post(page, { account: anna.id });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Deze pagina is verlopen');
  });

  it('shows the page in the language that the portal asks for, and in the other one', async () => {
    const visitor = createVisitor();
    const page = await reachPage(visitor, authorizeUrl({ ui_locales: 'en' }));
    const english = await (await visitor.get(page)).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('This is not DigiD');
    const dutch = await (await visitor.get(page.replace('=en', '=nl'))).text();
    expect(dutch).toContain('Dit is niet DigiD');
  });

  it('keeps the BSN out of every address, page and log line', async () => {
    const visitor = createVisitor();
    const back = await signIn(visitor, { account: 'other', bsn: '999900018' });
    await redeem(back.searchParams.get('code'));
    const other = createVisitor();
    await other.get(await reachPage(other));
    const signedIn = await signIn(other, { account: anna.id });
    await redeem(signedIn.searchParams.get('code'), { code_verifier: 'x'.repeat(43) });
    const seen = [visitor.addresses, visitor.pages, other.addresses, other.pages, identity.lines]
      .flat()
      .join('\n');
    expect(seen).toContain(anna.name);
    expect(seen).not.toContain('999900018');
    expect(seen).not.toContain(anna.bsn);
  });
});

describe('what is refused', () => {
  it('a wrong verifier, and a code that was used before', async () => {
    const back = await signIn(createVisitor(), { account: anna.id });
    const code = back.searchParams.get('code');
    const wrong = await redeem(code, { code_verifier: 'x'.repeat(43) });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ error: 'invalid_grant' });

    const other = await signIn(createVisitor(), { account: anna.id });
    expect((await redeem(other.searchParams.get('code'))).status).toBe(200);
    expect((await redeem(other.searchParams.get('code'))).status).toBe(400);
  });

  it('a request without PKCE, or with the plain method', async () => {
    for (const changes of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
    ]) {
      const response = await createVisitor().get(authorizeUrl(changes));
      expect(locationOf(response).searchParams.get('error')).toBe('invalid_request');
    }
  });

  it('a page that differs from the registered one by one character', async () => {
    const response = await createVisitor().get(authorizeUrl({ redirect_uri: `${portalPage}x` }));
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('invalid_redirect_uri');
  });

  it('another resource than the register', async () => {
    const url = authorizeUrl({ resource: 'https://elsewhere.example/v1' });
    const response = await createVisitor().get(url);
    expect(locationOf(response).searchParams.get('error')).toBe('invalid_target');
  });

  it('a script of another origin at the token endpoint', async () => {
    const response = await fetch(`${identity.url}/token`, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'portal' }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the pages', () => {
  it('allow no script, style or form but their own and the portal, and no frame', async () => {
    const visitor = createVisitor();
    const response = await visitor.get(await reachPage(visitor));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:4000");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('sign out and lead back to the portal', async () => {
    const visitor = createVisitor();
    await signIn(visitor, { account: anna.id });
    const query = new URLSearchParams({
      client_id: 'portal',
      post_logout_redirect_uri: portalPage,
      ui_locales: 'en',
    });
    const page = await (await visitor.get(`${identity.url}/sign-out?${query}`)).text();
    expect(page).toContain('You are being signed out');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const done = await visitor.post(`${identity.url}/sign-out/confirm`, { xsrf, logout: 'yes' });
    expect(locationOf(done).href).toBe(portalPage);
  });
});
