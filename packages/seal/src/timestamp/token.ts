import type { Bytes } from '../bytes/bytes.ts';
import { equal } from '../bytes/bytes.ts';
import type { VerifiedSignature } from '../cms/signer.ts';
import { verifySignedData } from '../cms/signer.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { readTime } from '../der/time.ts';
import { demand, Rejection } from '../reasons.ts';
import type { Hash } from '../x509/algorithms.ts';
import { readHash } from '../x509/algorithms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { keyUsage } from '../x509/certificate.ts';
import type { CertificatePath } from '../x509/path.ts';
import { findPath, isValidAt } from '../x509/path.ts';

/** A time that an authority under a timestamp anchor has proven. */
export interface ProvenTime {
  readonly time: Date;
  readonly path: CertificatePath;
}

interface TimestampInfo {
  readonly hash: Hash;
  readonly imprint: Bytes;
  readonly time: Date;
}

const profile = { contentType: oid.tstInfo, version: 3, exact: false };

/** A token that was made over the bytes in question; who made it is another matter. */
export interface VerifiedToken {
  readonly time: Date;
  readonly certificate: Certificate;
  readonly others: readonly Certificate[];
}

/**
 * Verifies an RFC 3161 token over `stamped`, up to the anchor; revocation and the clock are left to
 * the caller. It rejects with a reason that begins with `timestamp-`.
 */
export async function verifyTimestamp(
  crypto: Crypto,
  token: Bytes,
  stamped: Bytes,
  anchors: readonly Uint8Array[],
): Promise<ProvenTime> {
  const { certificate, others, time } = await verifyToken(crypto, token, stamped);
  const path = await findPath(crypto, certificate, others, anchors);
  demand(path && isForTimestamps(certificate), 'timestamp-untrusted');
  demand(isValidAt(path, time), 'timestamp-untrusted');
  // What the token does not need is not signed by anything: it could be changed unseen.
  const isNeeded = ({ bytes }: Certificate) => path.some((step) => equal(step.bytes, bytes));
  demand(others.every(isNeeded), 'timestamp-malformed');
  return { time, path };
}

/** The same without trust: a token that is whole, and stands for `stamped`. */
export async function verifyToken(
  crypto: Crypto,
  token: Bytes,
  stamped: Bytes,
): Promise<VerifiedToken> {
  const { certificate, data, messageDigest, others, signer } = await verifyCms(crypto, token);
  demand(data.content && data.length === token.length, 'timestamp-malformed');
  demand(!data.hasRevocationLists, 'timestamp-malformed');
  demand(signer.unsignedAttributes.length === 0, 'timestamp-malformed');
  const digest = await crypto.subtle.digest(signer.hash, data.content);
  demand(equal(new Uint8Array(digest), messageDigest), 'timestamp-invalid');

  const info = readInfo(data.content);
  const imprint = new Uint8Array(await crypto.subtle.digest(info.hash, stamped));
  demand(equal(imprint, info.imprint), 'timestamp-mismatch');
  return { time: info.time, certificate, others };
}

async function verifyCms(crypto: Crypto, token: Bytes): Promise<VerifiedSignature> {
  try {
    return await verifySignedData(crypto, token, profile);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new Rejection(
      error.reason === 'signature-invalid' ? 'timestamp-invalid' : 'timestamp-malformed',
    );
  }
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
    if (fields.next().number() !== 1) throw new Malformed('The TSTInfo is not of version 1');
    fields.next(tag.objectIdentifier);
    const message = fields.next().children(tag.sequence);
    const hash = readHash(message.next());
    const imprint = message.next().octets();
    message.end();
    fields.next(tag.integer);
    // Accuracy, ordering, nonce and the name of the authority may follow; they change nothing here.
    return { hash, imprint, time: readTime(fields.next(tag.generalizedTime)) };
  } catch (error) {
    if (error instanceof Malformed) throw new Rejection('timestamp-malformed');
    throw error;
  }
}
