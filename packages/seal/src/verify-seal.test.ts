import { beforeAll, describe, expect, it } from 'vitest';
import { certificateSerialNumber, createTimestampAuthority } from './authority.ts';
import { concat, fromLatin1 } from './bytes/bytes.ts';
import { oid } from './der/object-identifiers.ts';
import { objectIdentifier, sequence } from './der/writer.ts';
import type { SealReason } from './reasons.ts';
import { sealReasons } from './reasons.ts';
import { seal } from './seal.ts';
import { compose, extract } from './test-support/compose.ts';
import type { EntityOptions } from './test-support/hierarchy.ts';
import {
  authorityExtension,
  certificateSign,
  createEntity,
  extension,
  revokedEntry,
  sealExtensions,
  writeList,
} from './test-support/hierarchy.ts';
import { createPseudoRandom } from './test-support/pseudo-random.ts';
import type { KeyKind, TestRegister } from './test-support/register.ts';
import {
  createAuthority,
  createTestRegister,
  days,
  emptyList,
  issueSigner,
  keyKinds,
} from './test-support/register.ts';
import { holeOf, replaceText } from './test-support/sealed-file.ts';
import type { SealReport, VerifySealOptions } from './verify.ts';
import { verifySeal } from './verify.ts';
import {
  extendedKeyUsageExtension,
  keyUsageExtension,
  writeName,
} from './x509/write-certificate.ts';

let register: TestRegister;
let composed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  register = await createTestRegister();
  composed = compose();
  sealed = await seal(composed, register);
});

function verify(file: Uint8Array, options: Partial<VerifySealOptions> = {}): Promise<SealReport> {
  return verifySeal(file, { ...register.options, ...options });
}

async function expectReason(
  reason: SealReason,
  file: Uint8Array,
  options?: Partial<VerifySealOptions>,
): Promise<void> {
  const report = await verify(file, options);
  expect(report).toMatchObject({ outcome: sealReasons[reason].outcome, reason });
  expect(report).not.toHaveProperty('attachment');
  const at = report.checks.findIndex((check) => check.name === sealReasons[reason].check);
  const result = sealReasons[reason].outcome === 'inconclusive' ? 'inconclusive' : 'fail';
  expect(report.checks.map((check) => check.result)).toEqual(
    report.checks.map((_, index) => (index < at ? 'pass' : index === at ? result : 'skipped')),
  );
}

describe('an extract that the register sealed', () => {
  it.each(Object.keys(keyKinds) as KeyKind[])('is sealed with %s', async (kind) => {
    const other = await createTestRegister(kind);
    const report = await verifySeal(await seal(composed, other), other.options);
    expect(report).toEqual({
      outcome: 'sealed',
      sealedAt: days.sealed,
      issuer: 'Voorbeeldregister',
      attachment: new TextEncoder().encode(JSON.stringify(extract)),
      checks: [
        { name: 'sealed-by-register', result: 'pass' },
        { name: 'unchanged', result: 'pass' },
        { name: 'seal-trusted', result: 'pass' },
      ],
    });
  });

  it('gives a large attachment, which Typst compresses or not, byte for byte', async () => {
    const data = { ...extract, remark: 'é€😀'.repeat(20_000) };
    const report = await verify(await seal(compose(data), register));
    expect(report).toMatchObject({ attachment: new TextEncoder().encode(JSON.stringify(data)) });
  });

  it('stays sealed after its key is rotated and after its certificate has expired', async () => {
    const validity = { notBefore: days.begin, notAfter: new Date('2026-09-15T00:00:00Z') };
    const old = await issueSigner(register.authorities.seal, 'seal', 'ECDSA P-256', validity);
    const file = await seal(composed, { ...register, signer: old });
    expect(await verify(file)).toMatchObject({ outcome: 'sealed' });
  });

  it('is verified from a Buffer and from shared memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(sealed.length));
    shared.set(sealed);
    expect(await verify(Buffer.from(sealed))).toMatchObject({ outcome: 'sealed' });
    expect(await verify(shared)).toMatchObject({ outcome: 'sealed' });
  });
});

describe('a file that is not what was sealed', () => {
  it('is altered when one visible byte changed', async () => {
    const changed = sealed.slice();
    const at = Math.floor(composed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await verify(changed)).toMatchObject({ outcome: 'altered' });
  });

  it('is altered when its title changed', async () => {
    await expectReason('digest-mismatch', replaceText(sealed, '(Uittreksel', '(Uittrekzel'));
  });

  it.each([
    ['an empty line', '\n'],
    ['other bytes', 'diploma'],
    ['another revision', '\n1 0 obj\n<< >>\nendobj\nxref\n1 1\n0000000000 00000 n\r\n%%EOF\n'],
  ])('is altered when %s is appended', async (_, addition) => {
    const report = await verify(concat(sealed, fromLatin1(addition)));
    expect(report).toMatchObject({ outcome: 'altered' });
  });

  it('is altered when something stands before it', async () => {
    await expectReason('header-displaced', concat(fromLatin1('GIF89a'), sealed));
  });

  it('is altered when its tail is cut off', async () => {
    for (const length of [1, 10, 100, 250]) {
      const cut = sealed.subarray(0, sealed.length - length);
      expect(await verify(cut)).toMatchObject({ outcome: 'altered' });
    }
  });

  it('is no extract when the seal itself is cut off', async () => {
    await expectReason('cms-malformed', sealed.subarray(0, holeOf(sealed).start + 500));
    await expectReason('no-seal', sealed.subarray(0, composed.length));
  });

  it('is never sealed when one byte is flipped, and never throws', async () => {
    const random = createPseudoRandom(20_260_901);
    const { end, start } = holeOf(sealed);
    const padding = start + 2 * 3000;
    const offsets = Array.from({ length: 2000 }, () => random(sealed.length));
    for (let at = composed.length; at < sealed.length; at++) {
      // All of the revision, but of the CMS and its padding only a part.
      if (at < start || at >= end || (at < padding && at % 5 === 0)) offsets.push(at);
    }
    for (const at of offsets) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ (random(255) + 1);
      const { outcome } = await verify(changed);
      expect(['altered', 'not-an-extract'], `byte ${at}`).toContain(outcome);
    }
  }, 60_000);

  it('is not sealed when a digit of the seal is written in capitals', async () => {
    const { start } = holeOf(sealed);
    const at = sealed.findIndex((byte, index) => index > start && byte >= 0x61 && byte <= 0x66);
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    await expectReason('signature-gap', changed);
  });
});

describe('a file that is no extract', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', fromLatin1('Geen uittreksel')],
    ['one angle bracket', fromLatin1('<')],
    ['a signature that begins and ends', fromLatin1('<3082')],
  ])('is called so: %s', async (_, file) => {
    expect(await verify(file)).toMatchObject({ outcome: 'not-an-extract' });
  });

  it('is called so: a PDF without a seal', async () => {
    await expectReason('no-seal', composed);
  });

  it('is called so quickly: rubbish of 32 and 50 MB', async () => {
    const random = createPseudoRandom(1);
    const rubbish = Uint8Array.from({ length: 32 * 1024 * 1024 }, () => random(256));
    const brackets = new Uint8Array(rubbish.length).fill(0x3c);
    const began = performance.now();
    await expectReason('not-a-pdf', rubbish);
    await expectReason('not-a-pdf', brackets);
    await expectReason('file-too-large', new Uint8Array(50 * 1024 * 1024));
    expect(performance.now() - began).toBeLessThan(3000);
  }, 30_000);

  it('is called so: one that another authority of the same name sealed', async () => {
    const other = await createTestRegister();
    await expectReason('signer-untrusted', await seal(composed, other));
  });

  it('is called so: one sealed with a certificate for something else', async () => {
    for (const purpose of ['timestamp', 'status'] as const) {
      const signer = await issueSigner(register.authorities.seal, purpose);
      await expectReason('signer-purpose', await seal(composed, { ...register, signer }));
    }
  });
});

describe('a seal under an intermediate certificate', () => {
  const period = { thisUpdate: days.sealed, nextUpdate: days.end };

  async function createHierarchy() {
    const authority = [authorityExtension(), certificateSign];
    const root = await createEntity({ name: 'Root', extensions: authority });
    const middle = await createEntity({ name: 'Middle', issuer: root, extensions: authority });
    const extensions = [...sealExtensions];
    const leaf = await createEntity({ name: 'Leaf', issuer: middle, extensions });
    const certificates = [leaf.certificate, middle.certificate];
    const file = await seal(composed, { ...register, signer: { ...leaf.signer, certificates } });
    const anchors = { ...register.options.anchors, seal: [root.certificate] };
    const ofTimestamp = await emptyList(register.authorities.timestamp);
    return { root, middle, leaf, file, anchors, ofTimestamp };
  }

  it('needs the lists of both authorities', async () => {
    const { anchors, file, middle, ofTimestamp, root } = await createHierarchy();
    const ofRoot = await writeList({ ...period, issuer: root });
    const ofMiddle = await writeList({ ...period, issuer: middle });
    const lists = (...revocationLists: Uint8Array[]) => ({ anchors, revocationLists });
    const all = lists(ofTimestamp, ofRoot, ofMiddle);
    expect(await verify(file, all)).toMatchObject({
      outcome: 'sealed',
      issuer: 'Voorbeeldregister',
    });
    await expectReason('revocation-unknown', file, lists(ofTimestamp, ofRoot));
    await expectReason('revocation-unknown', file, lists(ofTimestamp, ofMiddle));
  });

  it('is lost when the authority was revoked, even if the signer was so only later', async () => {
    const { anchors, file, leaf, middle, ofTimestamp, root } = await createHierarchy();
    const entryOf = ({ serialNumber }: { serialNumber: Uint8Array }, time: Date) =>
      revokedEntry(serialNumber, time);
    const ofRoot = await writeList({
      ...period,
      issuer: root,
      entries: [entryOf(middle, days.begin)],
    });
    const ofMiddle = await writeList({
      ...period,
      issuer: middle,
      entries: [entryOf(leaf, days.now)],
    });
    const revocationLists = [ofTimestamp, ofRoot, ofMiddle];
    await expectReason('seal-certificate-revoked', file, { anchors, revocationLists });
  });

  it('is for seals only with the usages and the organization of such a certificate', async () => {
    const [usage, purpose] = sealExtensions;
    const root = await createEntity({
      name: 'Root',
      extensions: [authorityExtension(), certificateSign],
    });
    const anchors = { ...register.options.anchors, seal: [root.certificate] };
    const subject = writeName([[oid.commonName, 'Leaf']]);
    for (const [extensions, change] of [
      [[usage], {}],
      [[keyUsageExtension('digitalSignature'), purpose], {}],
      [[usage, extendedKeyUsageExtension(oid.timeStamping)], {}],
      [[usage, purpose, authorityExtension()], {}],
      [[usage, purpose], { subject }],
    ] as const) {
      const { signer } = await createEntity({ name: 'Leaf', issuer: root, extensions, change });
      const file = await seal(composed, { ...register, signer });
      await expectReason('signer-purpose', file, { anchors });
    }
  });
});

describe('the trust in a seal', () => {
  const revokedOn = async (revokedAt: Date) => {
    const [leaf = new Uint8Array()] = register.signer.certificates;
    const revoked = [{ serialNumber: certificateSerialNumber(leaf), revokedAt }];
    const list = { revoked, issuedAt: days.sealed, expiresAt: days.end };
    return [
      await register.authorities.seal.revocationList(list),
      await emptyList(register.authorities.timestamp),
    ];
  };

  it('is lost when the certificate was revoked before the proven time', async () => {
    const revocationLists = await revokedOn(new Date('2026-08-31T00:00:00Z'));
    await expectReason('seal-certificate-revoked', sealed, { revocationLists });
  });

  it('stays when the certificate was revoked after the proven time', async () => {
    const revocationLists = await revokedOn(new Date('2026-09-02T00:00:00Z'));
    expect(await verify(sealed, { revocationLists })).toMatchObject({ outcome: 'sealed' });
  });

  it('is not decided without a revocation list of each authority', async () => {
    const [ofSeal, ofTimestamp] = register.options.revocationLists;
    if (!ofSeal || !ofTimestamp) throw new Error('Two lists are expected');
    await expectReason('revocation-unknown', sealed, { revocationLists: [ofTimestamp] });
    await expectReason('timestamp-revocation-unknown', sealed, { revocationLists: [ofSeal] });
    await expectReason('timestamp-revocation-unknown', sealed, { revocationLists: [] });
  });

  it('is not decided by a list that is out of date, or of another authority of that name', async () => {
    const ofTimestamp = await emptyList(register.authorities.timestamp);
    const expired = await register.authorities.seal.revocationList({
      issuedAt: days.begin,
      expiresAt: days.sealed,
    });
    await expectReason('revocation-unknown', sealed, { revocationLists: [expired, ofTimestamp] });
    const foreign = await emptyList(await createAuthority('Seal'));
    await expectReason('revocation-unknown', sealed, { revocationLists: [foreign, ofTimestamp] });
    const rubbish = fromLatin1('0');
    await expectReason('revocation-unknown', sealed, { revocationLists: [rubbish, ofTimestamp] });
  });

  it('is not decided when the timestamp authority was revoked', async () => {
    const [leaf = new Uint8Array()] = register.timestampSigner.certificates;
    const revoked = [{ serialNumber: certificateSerialNumber(leaf), revokedAt: days.now }];
    const list = { revoked, issuedAt: days.sealed, expiresAt: days.end };
    const revocationLists = [
      await emptyList(register.authorities.seal),
      await register.authorities.timestamp.revocationList(list),
    ];
    await expectReason('timestamp-authority-revoked', sealed, { revocationLists });
  });

  it('is lost when the certificate was not valid at the proven time', async () => {
    const validity = { notBefore: days.now, notAfter: days.end };
    const late = await issueSigner(register.authorities.seal, 'seal', 'ECDSA P-256', validity);
    const file = await seal(composed, { ...register, signer: late });
    await expectReason('seal-certificate-not-valid', file);
  });

  it('is not decided when the timestamp lies ahead of the clock', async () => {
    const now = new Date(days.sealed.getTime() - 10 * 60_000);
    await expectReason('timestamp-in-future', sealed, { now });
  });

  it('needs the timestamp anchor, and does not take the seal anchor for it', async () => {
    const { seal: seals, timestamp } = register.options.anchors;
    await expectReason('timestamp-untrusted', sealed, {
      anchors: { seal: seals, timestamp: seals },
    });
    await expectReason('signer-untrusted', sealed, {
      anchors: { seal: timestamp, timestamp },
    });
  });

  it('needs a timestamp certificate that is for nothing else', async () => {
    const root = await createEntity({
      name: 'Time',
      extensions: [authorityExtension(), certificateSign],
    });
    const anchors = { ...register.options.anchors, timestamp: [root.certificate] };
    const usage = keyUsageExtension('digitalSignature');
    const stamping = extendedKeyUsageExtension(oid.timeStamping);
    const purposes = sequence(
      objectIdentifier(oid.timeStamping),
      objectIdentifier(oid.sealExtracts),
    );
    const one = sequence(objectIdentifier(oid.timeStamping));
    const sealWith = async (options: Omit<EntityOptions, 'name' | 'issuer'>) => {
      const { signer } = await createEntity({ name: 'Stamp', issuer: root, ...options });
      const timestamps = createTimestampAuthority({ signer, now: () => days.sealed });
      return seal(composed, { ...register, timestamps });
    };
    const right = await sealWith({ extensions: [usage, stamping] });
    await expectReason('timestamp-revocation-unknown', right, { anchors });
    for (const options of [
      { extensions: [usage] },
      { extensions: [stamping] },
      { extensions: [...sealExtensions] },
      { extensions: [usage, extension(oid.extendedKeyUsage, purposes, true)] },
      { extensions: [usage, extension(oid.extendedKeyUsage, one)] },
      { extensions: [usage, stamping, authorityExtension()] },
      { extensions: [usage, stamping], change: { notBefore: days.now } },
      { extensions: [usage, stamping], change: { notAfter: days.begin } },
    ]) {
      await expectReason('timestamp-untrusted', await sealWith(options), { anchors });
    }
  });

  it('is not decided where there is no WebCrypto', async () => {
    const none = { getRandomValues: crypto.getRandomValues } as unknown as Crypto;
    await expectReason('could-not-check', sealed, { crypto: none });
  });
});
