import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateSerialNumber } from '../authority.ts';
import { toBase64url } from '../bytes/base64url.ts';
import { fromHex } from '../bytes/bytes.ts';
import { createStatusList, setStatus, signStatusList } from '../seal.ts';
import type { TestRegister } from '../test-support/register.ts';
import { createTestRegister, days, emptyList, issueSigner } from '../test-support/register.ts';
import type { StatusListReason, VerifyStatusListOptions } from '../verify.ts';
import { verifyStatusList } from '../verify.ts';
import { getStatus } from './statuses.ts';

const uri = 'https://register.example/v1/status-lists/1';

let register: TestRegister;
let options: VerifyStatusListOptions;

beforeAll(async () => {
  register = await createTestRegister();
  options = { uri, anchors: [register.authorities.status.certificate], now: days.now };
});

function sign(change: Partial<Parameters<typeof signStatusList>[0]> = {}): Promise<string> {
  return signStatusList({
    uri,
    statuses: createStatusList(100),
    signer: register.statusSigner,
    issuedAt: days.now,
    expiresAt: days.end,
    ttl: 60,
    ...change,
  });
}

/** Signs any header and claims with the status key. */
async function signAnything(header: object, claims: object): Promise<string> {
  const encode = (value: object) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = await register.statusSigner.sign(new TextEncoder().encode(signed));
  return `${signed}.${toBase64url(signature)}`;
}

async function expectReason(
  reason: StatusListReason,
  token: string,
  change: Partial<VerifyStatusListOptions> = {},
): Promise<void> {
  const report = await verifyStatusList(token, { ...options, ...change });
  expect(report).toEqual({ outcome: 'inconclusive', reason });
}

describe('the order of bits', () => {
  // Token Status List, section 4.1, "Example Status List with 2-Bit Status Values".
  const statuses = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3];
  const names = ['valid', 'withdrawn', 'unknown', 'superseded'] as const;

  it('is that of the specification', () => {
    const list = createStatusList(statuses.length);
    for (const [index, status] of statuses.entries())
      setStatus(list, index, names[status] ?? 'valid');
    expect(list).toEqual(fromHex('c944f9'));
    expect(statuses.map((_, index) => getStatus(list, index))).toEqual(
      statuses.map((status) => names[status]),
    );
  });

  it('is read from the compressed example of the specification', async () => {
    const header = {
      alg: 'ES256',
      typ: 'statuslist+jwt',
      x5c: register.statusSigner.certificates.map((bytes) => Buffer.from(bytes).toString('base64')),
    };
    const status_list = { bits: 2, lst: 'eNo76fITAAPfAgc' };
    const claims = { sub: uri, iat: 1, exp: days.end.getTime() / 1000, ttl: 60, status_list };
    const report = await verifyStatusList(await signAnything(header, claims), options);
    if (report.outcome !== 'valid') throw new Error(report.reason);
    expect(statuses.map((_, index) => report.statusAt(index))).toEqual(
      statuses.map((status) => names[status]),
    );
  });

  it('changes one status and leaves its neighbours', () => {
    const list = createStatusList(8);
    setStatus(list, 5, 'superseded');
    setStatus(list, 5, 'withdrawn');
    expect(Array.from({ length: 8 }, (_, index) => getStatus(list, index))).toEqual(
      Array.from({ length: 8 }, (_, index) => (index === 5 ? 'withdrawn' : 'valid')),
    );
    for (const index of [-1, 8, 0.5, Number.NaN]) {
      expect(() => setStatus(list, index, 'valid')).toThrow(RangeError);
      expect(getStatus(list, index)).toBe('unknown');
    }
  });
});

describe('a status list token', () => {
  it('is valid with its times, and unknown beyond its end', async () => {
    const statuses = createStatusList(2 ** 17);
    setStatus(statuses, 99_999, 'withdrawn');
    const report = await verifyStatusList(await sign({ statuses }), options);
    expect(report).toMatchObject({
      outcome: 'valid',
      issuedAt: days.now,
      expiresAt: days.end,
      ttl: 60,
    });
    if (report.outcome !== 'valid') throw new Error(report.reason);
    expect(report.statusAt(99_998)).toBe('valid');
    expect(report.statusAt(99_999)).toBe('withdrawn');
    expect(report.statusAt(2 ** 17)).toBe('unknown');
  });

  it.each(['ECDSA P-384', 'RSA-3072 PKCS #1 v1.5', 'RSA-3072 PSS'] as const)(
    'is valid with %s',
    async (kind) => {
      const signer = await issueSigner(register.authorities.status, 'status', kind);
      const report = await verifyStatusList(await sign({ signer }), options);
      expect(report).toMatchObject({ outcome: 'valid' });
    },
  );

  it('must be signed under the status anchor, for status lists', async () => {
    const { seal, status } = register.authorities;
    await expectReason('status-list-untrusted', await sign(), { anchors: [seal.certificate] });
    const sealSigner = await issueSigner(status, 'seal');
    await expectReason('status-list-untrusted', await sign({ signer: sealSigner }));
    const validity = { notBefore: days.begin, notAfter: days.sealed };
    const expired = await issueSigner(status, 'status', 'ECDSA P-256', validity);
    await expectReason('status-list-untrusted', await sign({ signer: expired }));
  });

  it('must be as it was signed', async () => {
    const [header, claims, signature] = (await sign()).split('.');
    const [, otherClaims] = (await sign({ uri: 'https://other.example' })).split('.');
    await expectReason('status-list-untrusted', `${header}.${otherClaims}.${signature}`);
    await expectReason(
      'status-list-untrusted',
      `${header}.${claims}.${signature?.slice(0, -4)}AAAA`,
    );
    await expectReason('status-list-malformed', `${header}.${claims}.${signature}.`);
    const encoded = (json: string) => toBase64url(new TextEncoder().encode(json));
    for (const part of ['#', encoded('[]'), encoded('null'), encoded('{')]) {
      await expectReason('status-list-malformed', `${part}.e30.e30`);
    }
    for (const token of ['', '..', 'a.b.c', `.${claims}.${signature}`, `${header}.${claims}`]) {
      const { outcome } = await verifyStatusList(token, options);
      expect(outcome).toBe('inconclusive');
    }
  });

  it('must be the one that was asked for, and in date', async () => {
    await expectReason('status-list-mismatch', await sign(), { uri: `${uri}0` });
    await expectReason('status-list-expired', await sign({ expiresAt: days.now }));
    await expectReason('status-list-expired', await sign({ issuedAt: days.end }));
  });

  it('must be in the profile', async () => {
    const x5c = register.statusSigner.certificates.map((bytes) =>
      Buffer.from(bytes).toString('base64'),
    );
    const header = { alg: 'ES256', typ: 'statuslist+jwt', x5c };
    const lst = deflateSync(new Uint8Array(8)).toString('base64url');
    const exp = days.end.getTime() / 1000;
    const claims = { sub: uri, iat: 1, exp, ttl: 60, status_list: { bits: 2, lst } };
    expect(await verifyStatusList(await signAnything(header, claims), options)).toMatchObject({
      outcome: 'valid',
    });
    const bomb = deflateSync(new Uint8Array(5_000_000)).toString('base64url');
    const cut = deflateSync(new Uint8Array(8)).subarray(0, -2).toString('base64url');
    const followed = Buffer.concat([deflateSync(new Uint8Array(8)), Buffer.of(0)]).toString(
      'base64url',
    );
    for (const [changedHeader, changedClaims] of [
      [{ typ: 'JWT' }, {}],
      [{ alg: 'none' }, {}],
      [{ alg: 'HS256' }, {}],
      [{ alg: 'ES384' }, {}],
      [{ crit: ['b64'] }, {}],
      [{ x5c: [] }, {}],
      [{ x5c: ['AAAA'] }, {}],
      [{ x5c: 'AAAA' }, {}],
      [{ x5c: [1] }, {}],
      [{ x5c: ['#'] }, {}],
      [{ x5c: [...x5c, ...x5c, ...x5c, ...x5c] }, {}],
      [{}, { ttl: '60' }],
      [{}, { exp: undefined }],
      [{}, { status_list: { bits: 1, lst } }],
      [{}, { status_list: { bits: 2 } }],
      [{}, { status_list: { bits: 2, lst: bomb } }],
      [{}, { status_list: { bits: 2, lst: cut } }],
      [{}, { status_list: { bits: 2, lst: followed } }],
      [{}, { status_list: null }],
    ]) {
      const token = await signAnything(
        { ...header, ...changedHeader },
        { ...claims, ...changedClaims },
      );
      await expectReason('status-list-malformed', token);
    }
  });

  it('is not trusted when its certificate is revoked, or that cannot be known', async () => {
    const { status } = register.authorities;
    const token = await sign();
    expect(
      await verifyStatusList(token, { ...options, revocationLists: [await emptyList(status)] }),
    ).toMatchObject({ outcome: 'valid' });
    await expectReason('status-list-revocation-unknown', token, { revocationLists: [] });
    const [leaf = new Uint8Array()] = register.statusSigner.certificates;
    const revoked = [{ serialNumber: certificateSerialNumber(leaf), revokedAt: days.sealed }];
    const period = { issuedAt: days.sealed, expiresAt: days.end };
    const list = await status.revocationList({ revoked, ...period });
    await expectReason('status-list-untrusted', token, { revocationLists: [list] });
  });
});
