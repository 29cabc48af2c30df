import { toHex } from './bytes/bytes.ts';
import { readCertificate } from './x509/certificate.ts';

export type { SealCheckName, SealFailure, SealReason, SealReasonEntry } from './reasons.ts';
export { sealReasons } from './reasons.ts';
export type { SealCrypto } from './seal-crypto.ts';
export type { StatusName } from './status-list/statuses.ts';
export type {
  StatusListReason,
  StatusListReport,
  VerifyStatusListOptions,
} from './status-list/verify-status-list.ts';
export { verifyStatusList } from './status-list/verify-status-list.ts';
export type {
  CheckResult,
  SealAnchors,
  SealCheck,
  SealReport,
  SealVerifier,
  SealVerifierOptions,
  VerifySealOptions,
} from './verify-seal.ts';
export { createSealVerifier, verifySeal } from './verify-seal.ts';

/**
 * The subject key identifier of a certificate (DER) as lower-case hex, which names the revocation
 * list of an authority. Throws for bytes that are not a certificate of the profile, or without it.
 */
export function certificateKeyId(certificate: Uint8Array): string {
  const { subjectKeyIdentifier } = readCertificate(certificate);
  if (!subjectKeyIdentifier) throw new TypeError('The certificate has no subject key identifier');
  return toHex(subjectKeyIdentifier);
}
