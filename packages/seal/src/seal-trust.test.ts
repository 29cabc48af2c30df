import { beforeAll, describe, expect, it } from 'vitest';
import { certificateSerialNumber, createTimestampAuthority } from './authority.ts';
import { concat, fromHex, fromLatin1, toHex } from './bytes/bytes.ts';
import { oid } from './der/object-identifiers.ts';
import { objectIdentifier, sequence } from './der/writer.ts';
import type { SealReason } from './reasons.ts';
import { seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import { expectReason as expectReasonWith } from './test-support/expect-reason.ts';
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
import type { TestRegister } from './test-support/register.ts';
import {
  createAuthority,
  createTestRegister,
  days,
  emptyList,
  issueSigner,
} from './test-support/register.ts';
import { sealAnyway } from './test-support/seal-anyway.ts';
import type { DerTree } from './test-support/sealed-file.ts';
import {
  childAt,
  cmsOf,
  cmsTree,
  encodeTree,
  parseTree,
  withCms,
} from './test-support/sealed-file.ts';
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

function expectReason(
  reason: SealReason,
  file: Uint8Array,
  options: Partial<VerifySealOptions> = {},
): Promise<void> {
  return expectReasonWith(reason, file, { ...register.options, ...options });
}

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

  it('needs one list where that authority is the anchor itself, which then is not in it', async () => {
    const { file, leaf, middle, ofTimestamp } = await createHierarchy();
    const anchors = { ...register.options.anchors, seal: [middle.certificate] };
    const ofMiddle = await writeList({ ...period, issuer: middle });
    const revocationLists = [ofTimestamp, ofMiddle];
    const alone = await seal(composed, { ...register, signer: leaf.signer });
    expect(await verify(alone, { anchors, revocationLists })).toMatchObject({ outcome: 'sealed' });
    await expectReason('certificate-unused', file, { anchors, revocationLists });
  });

  it('carries that certificate once, after its own', async () => {
    const { anchors, file, middle, ofTimestamp, root } = await createHierarchy();
    const ofRoot = await writeList({ ...period, issuer: root });
    const ofMiddle = await writeList({ ...period, issuer: middle });
    const revocationLists = [ofTimestamp, ofRoot, ofMiddle];
    const [own, issuer] = cmsTree(cmsOf(file)).certificates.children;
    if (!own || !issuer) throw new RangeError('The CMS has no intermediate certificate');
    const withCertificates = (...certificates: DerTree[]) => {
      const cms = cmsTree(cmsOf(file));
      cms.certificates.children = certificates;
      return withCms(file, encodeTree(cms.root));
    };
    const same = withCertificates(own, issuer);
    expect(await verify(same, { anchors, revocationLists })).toMatchObject({ outcome: 'sealed' });
    for (const changed of [
      withCertificates(own, issuer, issuer, issuer),
      withCertificates(own, issuer, parseTree(root.certificate)),
      withCertificates(issuer, own),
    ]) {
      await expectReason('certificate-unused', changed, { anchors, revocationLists });
    }
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

  it('needs an anchor with a name', async () => {
    const extensions = [authorityExtension(), certificateSign];
    const change = { subject: sequence(), issuer: sequence() };
    const unnamed = await createEntity({ name: 'Root', extensions, change });
    const issuer = { ...unnamed, name: sequence() };
    const leaf = await createEntity({ name: 'Leaf', issuer, extensions: [...sealExtensions] });
    const anchors = { ...register.options.anchors, seal: [unnamed.certificate] };
    const file = await seal(composed, { ...register, signer: leaf.signer });
    await expectReason('signer-untrusted', file, { anchors });
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
    const file = await sealAnyway(composed, { ...register, signer: late });
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
      return sealAnyway(composed, { ...register, timestamps });
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

  it('may carry its root as well, as some authorities send it, but no certificate twice', async () => {
    const authority = [authorityExtension(), certificateSign];
    const root = await createEntity({ name: 'Time', extensions: authority });
    const middle = await createEntity({ name: 'Middle', issuer: root, extensions: authority });
    const extensions = [
      keyUsageExtension('digitalSignature'),
      extendedKeyUsageExtension(oid.timeStamping),
    ];
    const { certificate, signer } = await createEntity({
      name: 'Stamp',
      issuer: middle,
      extensions,
    });
    const sealWith = async (...others: Uint8Array[]) => {
      const chain = { ...signer, certificates: [certificate, ...others] };
      const timestamps = createTimestampAuthority({ signer: chain, now: () => days.sealed });
      return seal(composed, { ...register, timestamps });
    };
    const period = { thisUpdate: days.sealed, nextUpdate: days.end };
    const revocationLists = [
      await emptyList(register.authorities.seal),
      await writeList({ ...period, issuer: root }),
      await writeList({ ...period, issuer: middle }),
    ];
    const anchors = { ...register.options.anchors, timestamp: [root.certificate] };
    const whole = await sealWith(middle.certificate, root.certificate);
    expect(await verify(whole, { anchors, revocationLists })).toMatchObject({ outcome: 'sealed' });
    for (const twice of [root, middle]) {
      const cms = cmsTree(cmsOf(whole));
      const token = childAt(cms.unsignedAttributes, 0, 1, 0);
      childAt(token, 1, 0, 3).children.push(parseTree(twice.certificate));
      const changed = withCms(whole, encodeTree(cms.root));
      await expectReason('timestamp-malformed', changed, { anchors, revocationLists });
      const certificates = [middle.certificate, root.certificate, twice.certificate];
      await expect(sealWith(...certificates)).rejects.toMatchObject({
        code: 'timestamp-unavailable',
      });
    }
  });

  it('does not depend on how an RSA authority writes its algorithm, which nothing signs', async () => {
    const kind = 'RSA-3072 PKCS #1 v1.5';
    const signer = await issueSigner(register.authorities.timestamp, 'timestamp', kind);
    const timestamps = createTimestampAuthority({ signer, now: () => days.sealed });
    const file = await seal(composed, { ...register, timestamps });
    expect(await verify(file)).toMatchObject({ outcome: 'sealed' });
    const changed = withCms(file, cmsOf(file));
    const cms = cmsTree(cmsOf(file));
    const token = childAt(cms.unsignedAttributes, 0, 1, 0, 1, 0);
    const scheme = childAt(token, token.children.length - 1, 0, 4, 0);
    expect(toHex(scheme.content)).toBe(oid.rsaEncryption);
    scheme.content = fromHex(oid.rsaSha256);
    await expectReason('timestamp-malformed', withCms(changed, encodeTree(cms.root)));
  });

  it('is not decided where there is no WebCrypto', async () => {
    const none = { getRandomValues: crypto.getRandomValues } as unknown as Crypto;
    await expectReason('could-not-check', sealed, { crypto: none });
    // One with bytes after its end, whose signature would make it an altered extract.
    await expectReason('could-not-check', concat(sealed, sealed), { crypto: none });
  });
});
