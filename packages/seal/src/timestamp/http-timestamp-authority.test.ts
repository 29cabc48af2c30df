import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateSerialNumber } from '../authority.ts';
import type { Bytes } from '../bytes/bytes.ts';
import { toHex } from '../bytes/bytes.ts';
import { readDer, tag } from '../der/reader.ts';
import { encode, integer, nothing, sequence } from '../der/writer.ts';
import { createHttpTimestampAuthority, seal, TimestampError } from '../seal.ts';
import { compose } from '../test-support/compose.ts';
import type { OpensslTimestampServer } from '../test-support/openssl-timestamps.ts';
import { startOpensslTimestamps } from '../test-support/openssl-timestamps.ts';
import type { KeyKind, TestRegister } from '../test-support/register.ts';
import { createTestRegister, days, emptyList, generateKeys } from '../test-support/register.ts';
import { verifySeal } from '../verify.ts';
import type { TimestampErrorCode } from './http-timestamp-authority.ts';

let register: TestRegister;
const servers: Server[] = [];
const authorities: OpensslTimestampServer[] = [];

beforeAll(async () => {
  register = await createTestRegister();
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  for (const authority of authorities) await authority.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** `openssl ts` with a certificate of the register's own timestamp authority. */
async function startOpenssl(
  options: { readonly kind?: KeyKind; readonly certificateHash?: 'sha1' | 'sha256' } = {},
) {
  const { privateKey, publicKey } = await generateKeys(options.kind);
  const certificate = await register.authorities.timestamp.issue({
    purpose: 'timestamp',
    commonName: 'openssl ts',
    publicKey,
    notBefore: days.begin,
    notAfter: days.end,
  });
  const server = await startOpensslTimestamps({ ...options, certificate, privateKey });
  authorities.push(server);
  return { certificate, url: server.url };
}

/** Asks another authority the same, and gives its answer. */
async function forward(request: IncomingMessage, url: string): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  const response = await fetch(url, { method: 'POST', body: Buffer.concat(parts) });
  return new Uint8Array(await response.arrayBuffer());
}

async function codeOf(url: string, timeout?: number): Promise<TimestampErrorCode> {
  const timestamps = createHttpTimestampAuthority({ url, ...(timeout && { timeout }) });
  const error = await timestamps.timestamp(new Uint8Array(32)).catch((reason: unknown) => reason);
  if (!(error instanceof TimestampError)) throw error;
  // And with such an authority nothing is sealed.
  await expect(seal(compose(), { ...register, timestamps })).rejects.toMatchObject({
    code: 'timestamp-unavailable',
    cause: { code: error.code },
  });
  return error.code;
}

describe('an authority that is asked over HTTP', () => {
  it.each([
    ['SHA-256', 'ECDSA P-256'],
    ['SHA-512', 'ECDSA P-384'],
    ['SHA-384', 'RSA-3072 PKCS #1 v1.5'],
  ] as const)('stamps %s with %s, and openssl makes the token', async (hash, kind) => {
    const { url } = await startOpenssl({ kind });
    const timestamps = createHttpTimestampAuthority({ url, hash });
    const before = Date.now();
    const file = await seal(compose(), { ...register, timestamps });
    const report = await verifySeal(file, { ...register.options, now: new Date() });
    if (report.outcome !== 'sealed') throw new Error(report.reason);
    expect(report.sealedAt.getTime()).toBeGreaterThan(before - 2000);
    expect(report.sealedAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('sends a nonce and asks for the certificate', async () => {
    const requests: string[] = [];
    const url = await serve(async (request, response) => {
      expect(request.headers['content-type']).toBe('application/timestamp-query');
      for await (const part of request) requests.push(toHex(part));
      response.end();
    });
    expect(await codeOf(url)).toBe('content-type');
    // Version 1, SHA-256 and the digest, a nonce of 16 bytes, TRUE.
    expect(requests[0]).toMatch(
      /^30..020101302f300b06096086480165030402010420(?:00){32}02[01][\da-f](..){14,17}0101ff$/,
    );
    expect(requests[1]).not.toBe(requests[0]);
  });

  it('is rotated without harm, when its list says that the key stayed safe', async () => {
    const { certificate, url } = await startOpenssl();
    const timestamps = createHttpTimestampAuthority({ url });
    const file = await seal(compose(), { ...register, timestamps });
    const now = new Date(Date.now() + 86_400_000);
    const listOf = (reason: 'superseded' | 'keyCompromise') =>
      register.authorities.timestamp.revocationList({
        issuedAt: days.sealed,
        expiresAt: days.end,
        revoked: [{ serialNumber: certificateSerialNumber(certificate), revokedAt: now, reason }],
      });
    const ofSeal = await emptyList(register.authorities.seal);
    const verifyWith = async (list: Uint8Array) =>
      verifySeal(file, { ...register.options, now, revocationLists: [ofSeal, list] });
    expect(await verifyWith(await listOf('superseded'))).toMatchObject({ outcome: 'sealed' });
    expect(await verifyWith(await listOf('keyCompromise'))).toMatchObject({
      outcome: 'inconclusive',
      reason: 'timestamp-authority-revoked',
    });
  });
});

describe('an authority that gives no timestamp', () => {
  const reply = (bytes: Uint8Array): RequestListener => {
    return (_, response) => {
      response.setHeader('content-type', 'application/timestamp-reply');
      response.end(bytes);
    };
  };

  it('is down', async () => {
    const url = await serve((_, response) => response.end());
    const server = servers.pop();
    await new Promise((resolve) => server?.close(resolve));
    expect(await codeOf(url)).toBe('unreachable');
  });

  it('is slow, before its answer or in the middle of it', async () => {
    expect(await codeOf(await serve(() => {}), 100)).toBe('timeout');
    const half = await serve((_, response) => {
      response.setHeader('content-type', 'application/timestamp-reply');
      response.write(Uint8Array.of(0x30));
    });
    expect(await codeOf(half, 100)).toBe('timeout');
  });

  it('answers with an error, a redirect or another type', async () => {
    const status = (code: number) =>
      serve((_, response) => {
        response.writeHead(code, { location: '/', 'content-type': 'text/html' });
        response.end();
      });
    expect(await codeOf(await status(503))).toBe('http-status');
    expect(await codeOf(await status(302))).toBe('http-status');
    expect(await codeOf(await status(200))).toBe('content-type');
  });

  it('answers with rubbish, or without end', async () => {
    expect(await codeOf(await serve(reply(new Uint8Array())))).toBe('malformed');
    expect(await codeOf(await serve(reply(Uint8Array.of(0x30, 0))))).toBe('malformed');
    const granted = sequence(sequence(integer(0)), sequence(integer(1)));
    expect(await codeOf(await serve(reply(granted)))).toBe('malformed');
    expect(await codeOf(await serve(reply(new Uint8Array(100_000))))).toBe('malformed');
  });

  it('answers with more than a token', async () => {
    const { url } = await startOpenssl();
    const talkative = await serve(async (request, response) => {
      const [status, token] = readDer(await forward(request, url))
        .children()
        .all(tag.sequence);
      const more = sequence(status?.bytes ?? nothing, token?.bytes ?? nothing, nothing);
      reply(more)(request, response);
    });
    expect(await codeOf(talkative)).toBe('malformed');
  });

  it('refuses', async () => {
    const badRequest = encode(3, Uint8Array.of(5, 0x20));
    const refusal = sequence(sequence(integer(2), badRequest));
    expect(await codeOf(await serve(reply(refusal)))).toBe('rejected');
  });

  it('answers with the token of another request', async () => {
    const { url } = await startOpenssl();
    let first: Uint8Array | undefined;
    const replayed = await serve(async (request, response) => {
      first ??= await forward(request, url);
      reply(first)(request, response);
    });
    const timestamps = createHttpTimestampAuthority({ url: replayed });
    await expect(timestamps.timestamp(new Uint8Array(32))).resolves.toBeInstanceOf(Uint8Array);
    // The same digest again: only the nonce differs.
    expect(await codeOf(replayed)).toBe('mismatch');
  });

  it('names its certificate by SHA-1 only', async () => {
    const { url } = await startOpenssl({ certificateHash: 'sha1' });
    expect(await codeOf(url)).toBe('malformed');
  });
});
