import type { Bytes } from './bytes/bytes.ts';
import { asBytes, concat, decodeHex, equal, toLatin1 } from './bytes/bytes.ts';
import { inflate } from './bytes/inflate.ts';
import type { VerifiedSignature } from './cms/signer.ts';
import { verifySignedData } from './cms/signer.ts';
import { oid } from './der/object-identifiers.ts';
import { readSealedDocument } from './pdf/document.ts';
import type { Attachment } from './pdf/document-rules.ts';
import { readDocumentRules } from './pdf/document-rules.ts';
import { findSignatures } from './pdf/find-signatures.ts';
import type { Span } from './pdf/objects.ts';
import { readSealRevision } from './pdf/seal-revision.ts';
import type { SealCheckName, SealFailure, SealReason } from './reasons.ts';
import { demand, Rejection, sealReasons } from './reasons.ts';
import { verifyTimestamp } from './timestamp/token.ts';
import type { Certificate } from './x509/certificate.ts';
import { keyUsage, nameAttribute } from './x509/certificate.ts';
import type { CertificatePath } from './x509/path.ts';
import { findPath, isValidAt } from './x509/path.ts';
import { clockTolerance, isRevokedAt, pathRevocations } from './x509/revocation-list.ts';

export type CheckResult = 'pass' | 'fail' | 'inconclusive' | 'skipped';

/** One of the three checks that people see. */
export interface SealCheck {
  readonly name: SealCheckName;
  readonly result: CheckResult;
  /** Why it did not pass; {@link sealReasons} tells what each code means. */
  readonly reason?: SealReason;
}

/** The certificates (DER) that must be led to, each for its own. */
export interface SealAnchors {
  readonly seal: readonly Uint8Array[];
  readonly timestamp: readonly Uint8Array[];
}

export interface VerifySealOptions {
  readonly anchors: SealAnchors;
  /** Revocation lists (DER) of the authorities of seals and of timestamps, current at `now`. */
  readonly revocationLists: readonly Uint8Array[];
  /** The present time; by default that of this machine. */
  readonly now?: Date;
  readonly crypto?: Crypto;
}

/** The answer, with the checks that led to it. Only a sealed file gives content. */
export type SealReport =
  | {
      readonly outcome: 'sealed';
      /** The proven time of sealing, from the timestamp. */
      readonly sealedAt: Date;
      /** The organization that the trust anchor names; never a name from the document. */
      readonly issuer: string;
      /** The bytes of `extract.json`, from the sealed part of the file. */
      readonly attachment: Uint8Array;
      readonly checks: readonly SealCheck[];
    }
  | {
      readonly outcome: SealFailure;
      readonly reason: SealReason;
      readonly checks: readonly SealCheck[];
    };

/** The largest file and the largest attachment that are looked at, in bytes. */
const limits = { file: 32 * 1024 * 1024, attachment: 4 * 1024 * 1024 };

const checkNames = ['sealed-by-register', 'unchanged', 'seal-trusted'] as const;

const profile = { contentType: oid.data, version: 1, exact: true };

/**
 * Whether `file` is an extract as the register sealed it: a PDF with one PAdES B-T signature that
 * covers it whole, from a signer under a seal anchor. Fails closed and never throws.
 */
export async function verifySeal(
  file: Uint8Array,
  options: VerifySealOptions,
): Promise<SealReport> {
  const { anchors, crypto = globalThis.crypto, now = new Date(), revocationLists } = options;
  try {
    demand(file.length <= limits.file, 'file-too-large');
    // A copy of our own, which nobody can change between two checks.
    const bytes = new Uint8Array(file);
    const structure = readStructure(bytes);
    const signer = await findSigner(crypto, bytes, structure, anchors.seal);
    const attachment = await checkUnchanged(crypto, bytes, structure, signer);
    const sealedAt = await checkTrust(crypto, signer, anchors, revocationLists, now);
    const checks = checkNames.map((name) => ({ name, result: 'pass' as const }));
    return { outcome: 'sealed', sealedAt, issuer: signer.issuer, attachment, checks };
  } catch (error) {
    return report(error instanceof Rejection ? error.reason : 'could-not-check');
  }
}

function report(reason: SealReason): SealReport {
  const { check, outcome } = sealReasons[reason];
  const failed = checkNames.indexOf(check);
  const result = outcome === 'inconclusive' ? 'inconclusive' : 'fail';
  const checks = checkNames.map((name, index): SealCheck => {
    if (index === failed) return { name, result, reason };
    return { name, result: index < failed ? 'pass' : 'skipped' };
  });
  return { outcome, reason, checks };
}

/** What the file turned out to be, read strictly: a sealed document, or the reason why not. */
type Structure =
  | { readonly hole: Span; readonly attachment: Attachment }
  | { readonly reason: SealReason };

function readStructure(file: Uint8Array): Structure {
  try {
    const document = readSealedDocument(file);
    const hole = readSealRevision(file, document);
    return { hole, attachment: readDocumentRules(document.composed) };
  } catch (error) {
    if (error instanceof Rejection) return { reason: error.reason };
    throw error;
  }
}

interface Signer extends VerifiedSignature {
  /** All bytes of the hole, padding too. */
  readonly cms: Bytes;
  readonly path: CertificatePath;
  readonly issuer: string;
}

/** The first check: a signature that verifies, of a register signer under a seal anchor. */
async function findSigner(
  crypto: Crypto,
  file: Uint8Array,
  structure: Structure,
  anchors: readonly Uint8Array[],
): Promise<Signer> {
  if ('hole' in structure) {
    const { end, start } = structure.hole;
    return verifySigner(crypto, decodeHex(file.subarray(start, end)), anchors);
  }
  let reason: SealReason = toLatin1(file.subarray(0, 5)) === '%PDF-' ? 'no-seal' : 'not-a-pdf';
  for (const cms of findSignatures(file)) {
    try {
      return await verifySigner(crypto, cms, anchors);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      reason = error.reason;
    }
  }
  throw new Rejection(reason);
}

async function verifySigner(
  crypto: Crypto,
  cms: Bytes,
  anchors: readonly Uint8Array[],
): Promise<Signer> {
  const signature = await verifySignedData(crypto, cms, profile);
  const path = await findPath(crypto, signature.certificate, signature.others, anchors);
  demand(path, 'signer-untrusted');
  demand(isForSeals(signature.certificate), 'signer-purpose');
  const anchor = path[path.length - 1] ?? signature.certificate;
  const issuer =
    nameAttribute(anchor.subject, oid.organization) ??
    nameAttribute(anchor.subject, oid.commonName);
  demand(issuer, 'signer-untrusted');
  return { ...signature, cms, path, issuer };
}

function isForSeals({
  authority,
  extendedKeyUsage,
  keyUsage: usage,
  subject,
}: Certificate): boolean {
  return (
    extendedKeyUsage.purposes.includes(oid.sealExtracts) &&
    (usage & keyUsage.contentCommitment) !== 0 &&
    !authority &&
    nameAttribute(subject, oid.organizationIdentifier) !== undefined
  );
}

/** The second check: the file is the one that was sealed. Gives its attachment. */
async function checkUnchanged(
  crypto: Crypto,
  file: Uint8Array,
  structure: Structure,
  { cms, data, messageDigest, others, path, signer }: Signer,
): Promise<Uint8Array> {
  if ('reason' in structure) throw new Rejection(structure.reason);
  const { attachment, hole } = structure;
  demand(
    cms.subarray(data.length).every((byte) => byte === 0),
    'padding-not-empty',
  );
  demand(!data.content, 'content-attached');
  demand(!data.hasRevocationLists, 'certificate-unused');
  // What the signature does not need is not signed by anything: it could be changed unseen.
  const needed = path.slice(0, -1);
  demand(
    others.every(({ bytes }) => needed.some((step) => equal(step.bytes, bytes))),
    'certificate-unused',
  );
  demand(signer.unsignedAttributes.length <= 1, 'unsigned-attributes');
  demand(
    signer.unsignedAttributes.every(({ type }) => type === oid.timestampToken),
    'unsigned-attributes',
  );

  const covered = concat(file.subarray(0, hole.start - 1), file.subarray(hole.end + 1));
  const digest = new Uint8Array(await crypto.subtle.digest(signer.hash, covered));
  demand(equal(digest, messageDigest), 'digest-mismatch');

  const { compressed, stored } = attachment;
  const content = compressed ? await inflate(asBytes(stored), limits.attachment) : stored.slice();
  demand(content && content.length <= limits.attachment, 'attachment');
  return content;
}

/** The third check: validity, timestamp, revocation. Gives the proven time. */
async function checkTrust(
  crypto: Crypto,
  { path, signer }: Signer,
  anchors: SealAnchors,
  lists: readonly Uint8Array[],
  now: Date,
): Promise<Date> {
  const revocations = await pathRevocations(crypto, path, lists, now);
  const [token] = signer.unsignedAttributes;
  if (!token) {
    // Who holds a revoked key can sign, but cannot prove that it was before.
    const isRevoked = revocations.some(({ status }) => status === 'revoked');
    throw new Rejection(isRevoked ? 'seal-certificate-revoked' : 'timestamp-missing');
  }
  const proven = await verifyTimestamp(
    crypto,
    token.value.bytes,
    signer.signature,
    anchors.timestamp,
  );
  const { time } = proven;
  demand(time.getTime() <= now.getTime() + clockTolerance, 'timestamp-in-future');
  demand(isValidAt(path, time), 'seal-certificate-not-valid');

  for (const authority of await pathRevocations(crypto, proven.path, lists, now)) {
    demand(authority.status !== 'unknown', 'timestamp-revocation-unknown');
    // Who holds the key of an authority can make any time with it.
    const isSafe = authority.status === 'good' || !authority.compromised;
    demand(isSafe && !isRevokedAt(authority, time), 'timestamp-authority-revoked');
  }
  const isRevoked = revocations.some((revocation) => isRevokedAt(revocation, time));
  demand(!isRevoked, 'seal-certificate-revoked');
  demand(
    revocations.every(({ status }) => status !== 'unknown'),
    'revocation-unknown',
  );
  return time;
}
