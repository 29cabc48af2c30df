import { beforeAll, describe, expect, it } from 'vitest';
import { createTimestampAuthority } from './authority.ts';
import { keySigner, SealError, seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import type { TestRegister } from './test-support/register.ts';
import { createTestRegister, days, generateKeys, issueSigner } from './test-support/register.ts';
import { plainObjects, writePdf } from './test-support/write-pdf.ts';
import { verifySeal } from './verify.ts';

let register: TestRegister;

beforeAll(async () => {
  register = await createTestRegister();
});

async function codeOf(sealing: Promise<unknown>): Promise<string> {
  const error = await sealing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SealError);
  return error instanceof SealError ? error.code : '';
}

describe('seal', () => {
  it('leaves the composed document as it is, and appends the seal', async () => {
    const composed = compose();
    const sealed = await seal(composed, { ...register, now: () => days.sealed });
    expect(sealed.subarray(0, composed.length)).toEqual(composed);
    const text = new TextDecoder('latin1').decode(sealed.subarray(composed.length));
    expect(text).toContain('/M (D:20260901120000Z)');
    expect(text.match(/%%EOF\n/g)).toHaveLength(1);
  });

  it('seals the first page that a deep tree of pages leads to', async () => {
    const file = writePdf({
      ...plainObjects,
      2: '<< /Type /Pages /Count 1 /Kids [6 0 R] >>',
      3: '<< /Type /Page /Parent 6 0 R /MediaBox [0 0 100 100] /Tabs /S >>',
      6: '<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [3 0 R] >>',
    });
    const report = await verifySeal(await seal(file, register), register.options);
    expect(report).toMatchObject({ outcome: 'sealed' });
  });

  it('refuses what it could not verify afterwards', async () => {
    const sealed = await seal(compose(), register);
    const loop = writePdf({ ...plainObjects, 2: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' });
    const active = writePdf({ ...plainObjects, 6: '<< /S /JavaScript /JS (x) >>' });
    for (const file of [new Uint8Array(), sealed, loop, active]) {
      expect(await codeOf(seal(file, register))).toBe('document-not-sealable');
    }
  });

  it('does not blame the document for a clock that is out of order', async () => {
    const now = () => new Date(Number.NaN);
    await expect(seal(compose(), { ...register, now })).rejects.toThrow(RangeError);
  });

  it('refuses without a timestamp for its own signature', async () => {
    const down = { timestamp: () => Promise.reject(new Error('down')) };
    const rubbish = { timestamp: () => Promise.resolve(Uint8Array.of(0x30, 0)) };
    const other = { timestamp: () => register.timestamps.timestamp(new Uint8Array(32)) };
    for (const timestamps of [down, rubbish, other]) {
      const code = await codeOf(seal(compose(), { ...register, timestamps }));
      expect(code).toBe('timestamp-unavailable');
    }
  });

  it('refuses a timestamp of an authority whose certificate has ended', async () => {
    const { timestamp } = register.authorities;
    const validity = { notBefore: days.begin, notAfter: days.sealed };
    const signer = await issueSigner(timestamp, 'timestamp', 'ECDSA P-256', validity);
    const timestamps = createTimestampAuthority({ signer, now: () => days.now });
    expect(await codeOf(seal(compose(), { ...register, timestamps }))).toBe(
      'timestamp-unavailable',
    );
  });

  it('refuses a timestamp that is larger than its room', async () => {
    const { timestamp } = register.authorities;
    const { privateKey, publicKey } = await generateKeys();
    const leaf = await timestamp.issue({
      purpose: 'timestamp',
      commonName: 'x'.repeat(12_000),
      publicKey,
      notBefore: days.begin,
      notAfter: days.end,
    });
    const signer = keySigner({ privateKey, certificates: [leaf] });
    const timestamps = createTimestampAuthority({ signer });
    expect(await codeOf(seal(compose(), { ...register, timestamps }))).toBe('seal-too-large');
  });

  it('refuses keys outside the profile', async () => {
    const curve = { name: 'ECDSA', namedCurve: 'P-521' };
    const { privateKey } = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
    expect(() => keySigner({ privateKey, certificates: [] })).toThrow(TypeError);
  });
});
