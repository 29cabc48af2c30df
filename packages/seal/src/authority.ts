import type { Signer } from './signer.ts';
import type { TimestampAuthority } from './timestamp/timestamp-authority.ts';

export type { Signer } from './signer.ts';
export type { TimestampAuthority } from './timestamp/timestamp-authority.ts';

export interface CertificateAuthorityOptions {
  readonly commonName: string;
  readonly organization: string;
  readonly organizationIdentifier?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keys?: CryptoKeyPair;
  readonly certificate?: Uint8Array;
  readonly crypto?: Crypto;
}
export interface IssueOptions {
  readonly purpose: 'seal' | 'timestamp' | 'status';
  readonly commonName: string;
  readonly publicKey: CryptoKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
}
export interface RevocationListOptions {
  readonly revoked?: readonly { readonly serialNumber: Uint8Array; readonly revokedAt: Date }[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}
export interface CertificateAuthority {
  readonly certificate: Uint8Array;
  readonly keyId: string;
  readonly keys: CryptoKeyPair;
  issue(options: IssueOptions): Promise<Uint8Array>;
  revocationList(options: RevocationListOptions): Promise<Uint8Array>;
}
export declare function createCertificateAuthority(
  options: CertificateAuthorityOptions,
): Promise<CertificateAuthority>;
export declare function createTimestampAuthority(options: {
  readonly signer: Signer;
  readonly now?: () => Date;
}): TimestampAuthority;
