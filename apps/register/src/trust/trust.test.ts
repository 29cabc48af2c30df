import { X509Certificate } from 'node:crypto';
import type { TrustAnchors } from '@diplomaregister/contract';
import { certificateKeyId } from '@diplomaregister/seal/verify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

async function trustAnchors() {
  return (await register.server.inject('/v1/trust-anchors')).json<TrustAnchors>();
}

test('gives an anchor of its own for seals, timestamps and statuses', async () => {
  const anchors = await trustAnchors();
  const all = [...anchors.seal, ...anchors.timestamp, ...anchors.status];

  expect(all).toHaveLength(3);
  expect(new Set(all.map(({ keyId }) => keyId)).size).toBe(3);
  for (const { certificate, keyId, name } of all) {
    const der = Buffer.from(certificate, 'base64');
    const x509 = new X509Certificate(der);
    expect(x509.ca).toBe(true);
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.subject).toContain(`O=${name}`);
    expect(name).toBe('Diplomaregister (voorbeeld)');
    expect(certificateKeyId(der)).toBe(keyId);
  }
});

test('gives the revocation list of each authority, renewed before it ends', async () => {
  const { seal } = await trustAnchors();
  const get = () => register.server.inject(`/v1/revocation-lists/${seal[0]?.keyId}`);
  const first = await get();

  expect(first.headers['content-type']).toBe('application/pkix-crl');
  expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
  expect(first.rawPayload[0]).toBe(0x30);
  register.clock.advance(60 * 60);
  expect((await get()).rawPayload).toEqual(first.rawPayload);
  register.clock.advance(12 * 60 * 60);
  const later = (await get()).rawPayload;
  expect(later).not.toEqual(first.rawPayload);
  // The clock was ahead, and was set right: verifiers take no list that is not there yet.
  register.clock.advance(-2 * 60 * 60);
  expect((await get()).rawPayload).not.toEqual(later);
});

test('has no list of an authority that is not its own', async () => {
  const response = await register.server.inject('/v1/revocation-lists/0123456789abcdef');

  expect(response.statusCode).toBe(404);
});
