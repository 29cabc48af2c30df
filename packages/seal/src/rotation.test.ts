import { beforeAll, describe, expect, it } from 'vitest';
import type { RevokedCertificate } from './authority.ts';
import { certificateSerialNumber, createTimestampAuthority } from './authority.ts';
import type { Signer } from './seal.ts';
import { seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import type { TestRegister } from './test-support/register.ts';
import { createTestRegister, days, emptyList, issueSigner } from './test-support/register.ts';
import { sealAnyway } from './test-support/seal-anyway.ts';
import { cmsOf, cmsTree, encodeTree, withCms } from './test-support/sealed-file.ts';
import { verifySeal } from './verify.ts';

let register: TestRegister;
let oldSigner: Signer;
let newSigner: Signer;

const expiry = new Date('2026-12-31T00:00:00Z');
const afterExpiry = new Date('2028-01-01T00:00:00Z');

beforeAll(async () => {
  register = await createTestRegister();
  const { seal: authority } = register.authorities;
  const validity = { notBefore: days.begin, notAfter: expiry };
  oldSigner = await issueSigner(authority, 'seal', 'ECDSA P-256', validity);
  newSigner = await issueSigner(authority, 'seal', 'ECDSA P-384');
});

function sealOn(day: Date, signer: Signer, sealWith = seal): Promise<Uint8Array> {
  const stamping = { signer: register.timestampSigner, now: () => day };
  const timestamps = createTimestampAuthority(stamping);
  return sealWith(compose(), { ...register, signer, timestamps });
}

async function outcomeOn(now: Date, file: Uint8Array, ...revoked: RevokedCertificate[]) {
  const period = {
    issuedAt: new Date(now.getTime() - 3_600_000),
    expiresAt: new Date('2030-01-01'),
  };
  const list = await register.authorities.seal.revocationList({ ...period, revoked });
  const revocationLists = [list, await emptyList(register.authorities.timestamp)];
  return (await verifySeal(file, { ...register.options, now, revocationLists })).outcome;
}

function withoutTimestamp(file: Uint8Array): Uint8Array {
  const cms = cmsTree(cmsOf(file));
  cms.signer.children.pop();
  return withCms(file, encodeTree(cms.root));
}

const revoked = (signer: Signer, revokedAt: Date): RevokedCertificate => ({
  serialNumber: certificateSerialNumber(signer.certificates[0] ?? new Uint8Array()),
  revokedAt,
  reason: 'keyCompromise',
});

describe('keys that are rotated', () => {
  it('are valid at once, and old extracts stay genuine', async () => {
    const before = await sealOn(days.sealed, oldSigner);
    const after = await sealOn(days.sealed, newSigner);
    expect(await outcomeOn(days.now, before)).toBe('sealed');
    expect(await outcomeOn(days.now, after)).toBe('sealed');
  });

  it('leave old extracts genuine after the old certificate has expired', async () => {
    const file = await sealOn(days.sealed, oldSigner);
    expect(await outcomeOn(afterExpiry, file)).toBe('sealed');
    // But nothing new can be sealed with it.
    const day = new Date('2027-06-01T00:00:00Z');
    await expect(sealOn(day, oldSigner)).rejects.toMatchObject({ code: 'certificate-not-valid' });
    const late = await sealOn(day, oldSigner, sealAnyway);
    expect(await outcomeOn(afterExpiry, late)).toBe('seal-revoked');
    expect(await outcomeOn(afterExpiry, withoutTimestamp(file))).toBe('altered');
  });
});

describe('a key that is compromised from a day on', () => {
  const day = new Date('2026-09-10T00:00:00Z');

  it('leaves extracts genuine that were timestamped before', async () => {
    const file = await sealOn(days.sealed, oldSigner);
    const entry = revoked(oldSigner, day);
    expect(await outcomeOn(days.now, file, entry)).toBe('sealed');
    expect(await outcomeOn(afterExpiry, file, entry)).toBe('sealed');
    // Another key of the same authority is none the worse for it.
    const other = await sealOn(new Date('2026-09-20T00:00:00Z'), newSigner);
    expect(await outcomeOn(days.now, other, entry)).toBe('sealed');
  });

  it('makes later ones, and those without a timestamp, worth nothing', async () => {
    const late = await sealOn(new Date('2026-09-20T00:00:00Z'), oldSigner);
    const onTheDay = await sealOn(day, oldSigner);
    const early = await sealOn(days.sealed, oldSigner);
    const entry = revoked(oldSigner, day);
    expect(await outcomeOn(days.now, late, entry)).toBe('seal-revoked');
    expect(await outcomeOn(days.now, onTheDay, entry)).toBe('seal-revoked');
    expect(await outcomeOn(days.now, withoutTimestamp(early), entry)).toBe('seal-revoked');
  });
});
