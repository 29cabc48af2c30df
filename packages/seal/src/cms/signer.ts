import type { Bytes } from '../bytes/bytes.ts';
import { equal } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, tag } from '../der/reader.ts';
import { demand, Rejection } from '../reasons.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Hash } from '../x509/algorithms.ts';
import { readHash, UnsupportedAlgorithm } from '../x509/algorithms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readCertificate } from '../x509/certificate.ts';
import type { PublicKey } from '../x509/public-key.ts';
import { verifySignature } from '../x509/public-key.ts';
import type { SignedData, SignerInfo } from './signed-data.ts';
import { readSignedData, readSignerInfo } from './signed-data.ts';

/** A SignedData of the right form with one signature, which {@link verifySigner} can verify. */
export interface ClaimedSignature {
  readonly data: SignedData;
  readonly signer: SignerInfo;
  readonly certificate: Certificate;
  /** The other certificates inside. */
  readonly others: readonly Certificate[];
  /** What the signer signed to be the hash of the content. */
  readonly messageDigest: Bytes;
  /** What the signer signed to be the hash of the own certificate. */
  readonly certificateHash: { readonly hash: Hash; readonly value: Bytes };
}

/** What kind of SignedData is expected. */
export interface SignatureProfile {
  readonly contentType: string;
  /** The version that RFC 5652, section 5.1 gives to this kind of content. */
  readonly version: number;
  /**
   * Whether it must be as the register writes it: no signed attributes but the three that must be
   * there, and algorithms written in one form only.
   */
  readonly exact: boolean;
}

const required = [oid.contentType, oid.messageDigest, oid.signingCertificateV2];

/** A certificate, its issuer and perhaps a root: more than that no signature needs. */
const mostCertificates = 4;

/** Reads a CMS; it rejects with the reason of what does not fit. */
export function readSignature(bytes: Uint8Array, profile: SignatureProfile): ClaimedSignature {
  try {
    return read(bytes, profile);
  } catch (error) {
    throw rejectionOf(error);
  }
}

/**
 * Verifies the signature with `key`, which is that of the signer's certificate, or the same as it
 * was imported before. Whether the certificate is trusted is another matter.
 */
export async function verifySigner(
  crypto: SealCrypto,
  { certificate, certificateHash, signer }: ClaimedSignature,
  key: PublicKey,
): Promise<void> {
  const { scheme, signature, signed } = signer;
  try {
    const [actual, isSigned] = await Promise.all([
      crypto.subtle.digest(certificateHash.hash, certificate.bytes),
      verifySignature(crypto, key, scheme, signature, signed),
    ]);
    demand(equal(new Uint8Array(actual), certificateHash.value), 'signing-certificate-mismatch');
    demand(isSigned, 'signature-invalid');
  } catch (error) {
    throw rejectionOf(error);
  }
}

function rejectionOf(error: unknown): unknown {
  if (error instanceof UnsupportedAlgorithm) return new Rejection('algorithm-not-allowed');
  if (error instanceof Malformed) return new Rejection('cms-malformed');
  return error;
}

function read(bytes: Uint8Array, profile: SignatureProfile): ClaimedSignature {
  const data = readSignedData(bytes, profile.exact);
  const [element, ...more] = data.signers;
  demand(element && more.length === 0, 'signer-count');
  const signer = readSignerInfo(element, profile.exact);
  demand(data.version === profile.version, 'cms-malformed');
  demand(data.contentType === profile.contentType, 'cms-malformed');
  demand(data.hashes.length === 1 && data.hashes[0] === signer.hash, 'algorithm-not-allowed');
  demand(signer.scheme.hash === signer.hash, 'algorithm-not-allowed');

  const attribute = (type: string) =>
    single(signer.signedAttributes.filter((candidate) => candidate.type === type));
  const contentType = attribute(oid.contentType);
  const messageDigest = attribute(oid.messageDigest).octets();
  const signingCertificate = attribute(oid.signingCertificateV2);
  demand(contentType.oid() === profile.contentType, 'signed-attributes');
  demand(!profile.exact || signer.signedAttributes.length === required.length, 'signed-attributes');

  demand(data.certificates.length <= mostCertificates, 'signer-count');
  const certificates = data.certificates.map(readCertificate);
  const [certificate, ...same] = certificates.filter(
    ({ issuer, serialNumber }) =>
      equal(issuer, signer.issuer) && equal(serialNumber, signer.serialNumber),
  );
  demand(certificate && same.length === 0, 'signer-count');
  const certificateHash = readSigningCertificate(signingCertificate);
  const others = certificates.filter((other) => other !== certificate);
  return { data, signer, certificate, others, messageDigest, certificateHash };
}

function single(attributes: readonly { readonly value: Element }[]): Element {
  const [attribute, ...more] = attributes;
  demand(attribute && more.length === 0, 'signed-attributes');
  return attribute.value;
}

/** The hash of the signer's certificate in signing-certificate-v2 (RFC 5035, section 3). */
function readSigningCertificate(element: Element): { hash: Hash; value: Bytes } {
  const certificates = element.children(tag.sequence).next().children(tag.sequence);
  const first = certificates.next().children(tag.sequence);
  certificates.end();
  const algorithm = first.optional(tag.sequence);
  return { hash: algorithm ? readHash(algorithm) : 'SHA-256', value: first.next().octets() };
}
