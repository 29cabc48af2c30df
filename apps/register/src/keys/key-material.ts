import { randomBytes, randomUUID } from 'node:crypto';
import {
  type CertificateAuthority,
  type CertificateAuthorityOptions,
  type CertificatePurpose,
  createCertificateAuthority,
} from '@diplomaregister/seal/authority';
import { exportJWK, type JWK } from 'jose';

/** A certificate in base64 DER and its private key. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly privateKey: JWK;
}

/** An authority and the key that it certified for the register's daily work. */
export interface AuthorityMaterial {
  readonly authority: CertifiedKey;
  readonly signer: CertifiedKey;
}

/** A secret of 32 bytes, base64. */
export interface SecretMaterial {
  readonly id: string;
  readonly secret: string;
  /** From when new data are under it; RFC 3339. Absent: from the beginning. */
  readonly usedFrom?: string;
}

/** All secrets of one purpose, the newest first. */
export type SecretMaterials = readonly [SecretMaterial, ...SecretMaterial[]];

/** A private key that opens what was encrypted to the register. */
export interface TokenKeyMaterial {
  readonly id: string;
  readonly privateKey: JWK;
  /** From when tokens are encrypted to it; RFC 3339. Absent: from the beginning. */
  readonly usedFrom?: string;
}

/** All of them, the newest first. */
export type TokenKeyMaterials = readonly [TokenKeyMaterial, ...TokenKeyMaterial[]];

/** All keys of a register, as they are kept in its key file. */
export interface KeyMaterial {
  /** Made by the register itself: nobody vouches for its seals. */
  readonly example: boolean;
  /** From when the authorities' certificates are valid; RFC 3339. */
  readonly createdAt: string;
  readonly seal: AuthorityMaterial;
  readonly timestamp: AuthorityMaterial;
  readonly status: AuthorityMaterial;
  /** Open access tokens of holders. */
  readonly tokenEncryption: TokenKeyMaterials;
  /** Encrypt personal content; those out of use still open what they closed. */
  readonly content: SecretMaterials;
  /** Find holders by BSN, and see that the same line was delivered again. */
  readonly hash: SecretMaterials;
}

const organization = 'Diplomaregister (voorbeeld)';
/** A number of the form of EN 319 412-1, section 5.1.4, that belongs to nobody. */
const organizationIdentifier = 'NTRNL-00000000';
const commonNames: Readonly<Record<CertificatePurpose, string>> = {
  seal: 'zegel',
  timestamp: 'tijdstempel',
  status: 'status',
};
const yearsOf = { authority: 20, signer: 10 } as const;

/** Makes new keys, with authorities of the register's own. */
export async function createKeyMaterial(now: Date): Promise<KeyMaterial> {
  const [seal, timestamp, status] = await Promise.all([
    createAuthorityMaterial('seal', now),
    createAuthorityMaterial('timestamp', now),
    createAuthorityMaterial('status', now),
  ]);
  return {
    example: true,
    createdAt: now.toISOString(),
    seal,
    timestamp,
    status,
    tokenEncryption: [await createTokenKey()],
    content: [createSecret()],
    hash: [createSecret()],
  };
}

/** How the register's own authority for a purpose is named, and how long it lasts. */
export function authorityOptions(
  purpose: CertificatePurpose,
  createdAt: Date,
): CertificateAuthorityOptions {
  return {
    commonName: `${organization} ${commonNames[purpose]} CA`,
    organization,
    organizationIdentifier,
    notBefore: createdAt,
    notAfter: yearsAfter(createdAt, yearsOf.authority),
  };
}

async function createAuthorityMaterial(
  purpose: CertificatePurpose,
  now: Date,
): Promise<AuthorityMaterial> {
  const authorityKeys = await createKeyPair('ECDSA');
  const authority = await createCertificateAuthority({
    ...authorityOptions(purpose, now),
    keys: authorityKeys,
  });
  return {
    authority: await toMaterial(authority.certificate, authorityKeys.privateKey),
    signer: await createSignerMaterial(purpose, authority, now),
  };
}

/** Makes a key for daily work, and has the authority certify it. */
export async function createSignerMaterial(
  purpose: CertificatePurpose,
  authority: CertificateAuthority,
  now: Date,
): Promise<CertifiedKey> {
  const keys = await createKeyPair('ECDSA');
  const certificate = await authority.issue({
    purpose,
    commonName: `${organization} ${commonNames[purpose]}`,
    publicKey: keys.publicKey,
    notBefore: now,
    notAfter: yearsAfter(now, yearsOf.signer),
  });
  return toMaterial(certificate, keys.privateKey);
}

async function toMaterial(certificate: Uint8Array, privateKey: CryptoKey): Promise<CertifiedKey> {
  return {
    certificate: Buffer.from(certificate).toString('base64'),
    privateKey: await exportJWK(privateKey),
  };
}

async function createKeyPair(name: 'ECDSA' | 'ECDH'): Promise<CryptoKeyPair> {
  const usages = name === 'ECDSA' ? (['sign', 'verify'] as const) : (['deriveBits'] as const);
  return crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages);
}

/** A new key to which tokens can be encrypted. */
export async function createTokenKey(): Promise<TokenKeyMaterial> {
  const { privateKey } = await createKeyPair('ECDH');
  return { id: randomUUID(), privateKey: await exportJWK(privateKey) };
}

/** A new secret. Its id is short, since every row that it closes has it. */
export function createSecret(): SecretMaterial {
  return { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64') };
}

function yearsAfter(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
