import type { Bytes } from '../bytes/bytes.ts';
import type { ClaimedSignature } from '../cms/signer.ts';
import { readSignature, verifySigner } from '../cms/signer.ts';
import { oid } from '../der/object-identifiers.ts';
import { findSignatures } from '../pdf/find-signatures.ts';
import type { SealReason } from '../reasons.ts';
import { demand, Rejection } from '../reasons.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Certificate } from '../x509/certificate.ts';
import { keyUsage, nameAttribute } from '../x509/certificate.ts';
import type { CertificatePath, TrustAnchors } from '../x509/path.ts';

/** Who sealed: the path to the anchor, and the organization that the anchor names. */
export interface Signatory {
  readonly path: CertificatePath;
  readonly issuer: string;
}

const profile = { contentType: oid.data, version: 1, exact: true };

/** Reads the CMS of a seal, which zeros may follow. */
export function readSeal(cms: Bytes): ClaimedSignature {
  return readSignature(cms, profile);
}

/** The first check: the signature verifies, by a seal certificate under a seal anchor. */
export async function verifySignatory(
  crypto: SealCrypto,
  seal: ClaimedSignature,
  anchors: TrustAnchors,
): Promise<Signatory> {
  const [known = seal.certificate] = anchors.knownPath(seal.certificate, seal.others) ?? [];
  const [path] = await Promise.all([
    anchors.findPath(crypto, seal.certificate, seal.others),
    verifySigner(crypto, seal, known.key),
  ]);
  demand(path, 'signer-untrusted');
  demand(isForSeals(seal.certificate), 'signer-purpose');
  const anchor = path[path.length - 1] ?? seal.certificate;
  const issuer =
    nameAttribute(anchor.subject, oid.organization) ??
    nameAttribute(anchor.subject, oid.commonName);
  demand(issuer, 'signer-untrusted');
  return { path, issuer };
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

/**
 * The same for a file whose structure is not that of an extract: resolves if a signature of a
 * register signer stands anywhere in it, so that it may be called an altered extract.
 */
export async function findSignatory(
  crypto: SealCrypto,
  file: Uint8Array,
  anchors: TrustAnchors,
  otherwise: SealReason,
): Promise<void> {
  let reason = otherwise;
  for (const cms of findSignatures(file)) {
    try {
      await verifySignatory(crypto, readSeal(cms), anchors);
      return;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      reason = error.reason;
    }
  }
  throw new Rejection(reason);
}
