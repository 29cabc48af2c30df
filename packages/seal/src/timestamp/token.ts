import type { Bytes } from '../bytes/bytes.ts';
import { equal } from '../bytes/bytes.ts';
import type { ClaimedSignature } from '../cms/signer.ts';
import { readSignature, verifySigner } from '../cms/signer.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { readTime } from '../der/time.ts';
import { demand, Rejection } from '../reasons.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Hash } from '../x509/algorithms.ts';
import { readHash } from '../x509/algorithms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { keyUsage, readExtensions } from '../x509/certificate.ts';
import type { KnownKeys } from '../x509/known-keys.ts';
import type { CertificatePath, TrustAnchors } from '../x509/path.ts';
import { isValidAt } from '../x509/path.ts';
import type { PublicKey } from '../x509/public-key.ts';

/** A time that an authority under a timestamp anchor has proven. */
export interface ProvenTime {
  readonly time: Date;
  readonly path: CertificatePath;
}

/** What a token says (RFC 3161, section 2.4.2). */
export interface TimestampInfo {
  readonly hash: Hash;
  readonly imprint: Bytes;
  readonly time: Date;
  /** The encoding of the nonce, if it has one. */
  readonly nonce?: Bytes;
}

const profile = { contentType: oid.tstInfo, version: 3, exact: false };

/** A token and what it says; whether that is true is another matter. */
interface ClaimedTime {
  readonly signature: ClaimedSignature;
  readonly content: Bytes;
  readonly info: TimestampInfo;
}

/**
 * Verifies an RFC 3161 token over `stamped`, up to the anchor; revocation and the clock are left to
 * the caller. It rejects with a reason that begins with `timestamp-`.
 */
export async function verifyTimestamp(
  crypto: SealCrypto,
  token: Bytes,
  stamped: Bytes,
  anchors: TrustAnchors,
): Promise<ProvenTime> {
  const claimed = readToken(token);
  const { certificate, others } = claimed.signature;
  const { time } = claimed.info;
  const [known = certificate] = anchors.knownPath(certificate, others) ?? [];
  const [path] = await Promise.all([
    anchors.findPath(crypto, certificate, others),
    verifyClaim(crypto, claimed, stamped, known.key),
  ]);
  demand(path && isForTimestamps(certificate), 'timestamp-untrusted');
  demand(isValidAt(path, time), 'timestamp-untrusted');
  // What the token does not need is not signed by anything: it could be changed unseen. The root is
  // not needed either, but some authorities send it.
  const isNeeded = ({ bytes }: Certificate) => path.some((step) => equal(step.bytes, bytes));
  demand(others.every(isNeeded), 'timestamp-malformed');
  return { time, path };
}

/**
 * The same without trust, for who seals: rejects unless the token is whole, stands for `stamped`, and its
 * certificate was valid. Gives its time.
 */
export async function verifyToken(
  crypto: SealCrypto,
  token: Bytes,
  stamped: Bytes,
  keys: KnownKeys,
): Promise<Date> {
  const claimed = readToken(token);
  const { certificate } = claimed.signature;
  const { time } = claimed.info;
  await verifyClaim(crypto, claimed, stamped, keys.keyOf(certificate));
  demand(isValidAt([certificate], time), 'timestamp-untrusted');
  return time;
}

/** What a token says, without verifying anything. It rejects as {@link verifyTimestamp} does. */
export function readTimestampInfo(token: Bytes): TimestampInfo {
  return readToken(token).info;
}

function readToken(token: Bytes): ClaimedTime {
  const signature = readClaim(token);
  const { data, signer } = signature;
  demand(data.content && data.length === token.length, 'timestamp-malformed');
  demand(!data.hasRevocationLists, 'timestamp-malformed');
  demand(data.certificates.every(isFirst), 'timestamp-malformed');
  demand(signer.unsignedAttributes.length === 0, 'timestamp-malformed');
  return { signature, content: data.content, info: readInfo(data.content) };
}

/** Whether these bytes did not come before in the list. */
function isFirst(bytes: Bytes, index: number, all: readonly Bytes[]): boolean {
  return !all.slice(0, index).some((before) => equal(before, bytes));
}

function readClaim(token: Bytes): ClaimedSignature {
  try {
    return readSignature(token, profile);
  } catch (error) {
    throw ofTimestamp(error);
  }
}

async function verifyClaim(
  crypto: SealCrypto,
  { content, info, signature }: ClaimedTime,
  stamped: Bytes,
  key: PublicKey,
): Promise<void> {
  const [digest, imprint] = await Promise.all([
    crypto.subtle.digest(signature.signer.hash, content),
    crypto.subtle.digest(info.hash, stamped),
    verifySigner(crypto, signature, key).catch((error: unknown) => {
      throw ofTimestamp(error);
    }),
  ]);
  demand(equal(new Uint8Array(digest), signature.messageDigest), 'timestamp-invalid');
  demand(equal(new Uint8Array(imprint), info.imprint), 'timestamp-mismatch');
}

/** What is wrong with the CMS of a timestamp is wrong with the timestamp. */
function ofTimestamp(error: unknown): unknown {
  if (!(error instanceof Rejection)) return error;
  return new Rejection(
    error.reason === 'signature-invalid' ? 'timestamp-invalid' : 'timestamp-malformed',
  );
}

/** Time stamping is its only purpose, and critically so (RFC 3161, section 2.3). */
function isForTimestamps({ authority, extendedKeyUsage, keyUsage: usage }: Certificate): boolean {
  const { critical, purposes } = extendedKeyUsage;
  return (
    critical &&
    purposes.length === 1 &&
    purposes[0] === oid.timeStamping &&
    !authority &&
    (usage & (keyUsage.digitalSignature | keyUsage.contentCommitment)) !== 0
  );
}

function readInfo(content: Bytes): TimestampInfo {
  try {
    const fields = readDer(content).children(tag.sequence);
    if (fields.next().number() !== 1) throw new Malformed('version');
    fields.next(tag.objectIdentifier);
    const message = fields.next().children(tag.sequence);
    const hash = readHash(message.next());
    const imprint = message.next().octets();
    message.end();
    fields.next(tag.integer);
    const time = readTime(fields.next(tag.generalizedTime));
    fields.optional(tag.sequence);
    const isOrdered = fields.optional(tag.boolean)?.boolean();
    if (isOrdered === false) throw new Malformed('default');
    const nonce = fields.optional(tag.integer);
    fields.optional(tag.context(0));
    const extensions = fields.optional(tag.context(1));
    fields.end();
    // Such as the statement that the timestamp is a qualified one (EN 319 422).
    for (const { critical } of extensions
      ? readExtensions(extensions, tag.context(1)).values()
      : []) {
      if (critical) throw new Malformed('extension');
    }
    return { hash, imprint, time, ...(nonce && { nonce: nonce.bytes }) };
  } catch (error) {
    if (error instanceof Malformed) throw new Rejection('timestamp-malformed');
    throw error;
  }
}
