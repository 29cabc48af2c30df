import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { IssuerUnavailableError, remoteIssuerKeys } from './issuer-keys.ts';

let issuer: string;
let server: Server;
let isDown = false;
let keysAt: string;
let token: string;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }];
  token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey);
  server = createServer((request, response) => {
    const answers: Readonly<Record<string, object>> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${keysAt}/jwks` },
      '/jwks': { keys },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(isDown || answer === undefined ? 503 : 200);
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  keysAt = issuer;
});
afterAll(() => server.close());

test('finds the keys through the discovery document', async () => {
  expect(await jwtVerify(token, remoteIssuerKeys(issuer))).toMatchObject({ payload: {} });
});

test('tells that the issuer is away, and recovers when it is back', async () => {
  const keys = remoteIssuerKeys(issuer);
  isDown = true;
  await expect(jwtVerify(token, keys)).rejects.toBeInstanceOf(IssuerUnavailableError);
  isDown = false;
  await expect(jwtVerify(token, keys)).resolves.toBeDefined();
});

test('keeps the keys that it has when one that nobody has is asked for while the issuer is away', async () => {
  const now = vi.spyOn(Date, 'now');
  const later = (seconds: number) => now.mockReturnValue(performance.timeOrigin + seconds * 1_000);
  onTestFinished(() => {
    isDown = false;
    now.mockRestore();
  });
  const keys = remoteIssuerKeys(issuer);
  const { privateKey } = await generateKeyPair('ES256');
  const forged = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: 'none' })
    .sign(privateKey);
  later(0);
  await jwtVerify(token, keys);
  isDown = true;

  later(60);
  await expect(jwtVerify(forged, keys)).rejects.toBeInstanceOf(IssuerUnavailableError);
  await expect(jwtVerify(token, keys)).resolves.toBeDefined();
  later(3_600);
  await expect(jwtVerify(token, keys)).rejects.toBeInstanceOf(IssuerUnavailableError);
});

test('trusts no discovery document that names another issuer', async () => {
  const keys = remoteIssuerKeys(issuer.replace('127.0.0.1', 'localhost'));

  await expect(jwtVerify(token, keys)).rejects.toBeInstanceOf(IssuerUnavailableError);
});

test('takes no keys that anyone on the way may change', async () => {
  // The same server, by an address that is not this machine’s alone.
  keysAt = issuer.replace('127.0.0.1', '0.0.0.0');

  const verified = jwtVerify(token, remoteIssuerKeys(issuer));
  await expect(verified).rejects.toBeInstanceOf(IssuerUnavailableError);
  keysAt = issuer;
});
