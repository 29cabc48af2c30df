import type { Bytes } from '../bytes/bytes.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Signer } from '../signer.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readCertificate } from '../x509/certificate.ts';

/** What a signature says of the certificate of who signed; it is the same in all of a signer's. */
export interface SignerIdentity
  extends Pick<Certificate, 'issuer' | 'notAfter' | 'notBefore' | 'serialNumber'> {
  /** SHA-256 of the certificate. */
  readonly certificateHash: Bytes;
}

/** Throws for a signer without a certificate of the profile. */
export async function identifySigner(
  crypto: SealCrypto,
  { certificates: [bytes] }: Signer,
): Promise<SignerIdentity> {
  if (!bytes) throw new TypeError('The signer has no certificate');
  const { bytes: encoding, ...identity } = readCertificate(bytes);
  const hash = await crypto.subtle.digest('SHA-256', encoding);
  return { ...identity, certificateHash: new Uint8Array(hash) };
}
