import { createSecretKey } from 'node:crypto';
import {
  type CertificateAuthority,
  type CertificatePurpose,
  createCertificateAuthority,
  createTimestampAuthority,
} from '@diplomaregister/seal/authority';
import { createNodeCrypto } from '@diplomaregister/seal/node';
import { createSealer, keySigner, type Sealer, type Signer } from '@diplomaregister/seal/seal';
import type { JWK } from 'jose';
import { type ContentCipher, createContentCipher } from './content-cipher.ts';
import {
  type AuthorityMaterial,
  authorityOptions,
  type CertifiedKey,
  type KeyMaterial,
  type SecretMaterial,
  type SecretMaterials,
  type TokenKeyMaterial,
  type TokenKeyMaterials,
} from './key-material.ts';
import {
  createKeyRing,
  type DatedKey,
  type KeyRing,
  type SecretKey,
  type SecretRing,
} from './key-ring.ts';
import { createKeyedHashes, type KeyedHashes } from './keyed-hash.ts';

/** An authority of the register and the signer that it certified. */
export interface Authority {
  /** The name in the authority's certificate. */
  readonly organization: string;
  readonly authority: CertificateAuthority;
  readonly signer: Signer;
}

/** Opens access tokens of holders; the public half is for the token service. */
export interface TokenKey extends DatedKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: JWK;
}

/** The keys of a register, ready for use. */
export interface Keys {
  /** True when nobody vouches for this register: what it seals is worth nothing. */
  readonly example: boolean;
  readonly seal: Authority;
  readonly timestamp: Authority;
  readonly status: Authority;
  /** Seals extracts, with timestamps. */
  readonly sealer: Sealer;
  /** Open access tokens of holders. */
  readonly tokenEncryption: KeyRing<TokenKey>;
  readonly content: ContentCipher;
  readonly hash: KeyedHashes;
}

/**
 * Signs and verifies in the thread that serves requests: with the keys of a register, which are of the
 * P-256 curve, that takes it less than to hand the work to another thread and to take it back.
 */
const sealCrypto = createNodeCrypto();

/** Makes keys of their material. `now` is the clock of timestamps, and of which secret is in use. */
export async function importKeys(material: KeyMaterial, now: () => Date): Promise<Keys> {
  const createdAt = new Date(material.createdAt);
  const [seal, timestamp, status, tokenEncryption] = await Promise.all([
    importAuthority('seal', material.seal, createdAt),
    importAuthority('timestamp', material.timestamp, createdAt),
    importAuthority('status', material.status, createdAt),
    importTokenKeys(material.tokenEncryption, now),
  ]);
  return {
    example: material.example,
    seal,
    timestamp,
    status,
    sealer: createSealer({
      signer: seal.signer,
      timestamps: createTimestampAuthority({
        signer: timestamp.signer,
        now,
        crypto: sealCrypto,
      }),
      crypto: sealCrypto,
    }),
    tokenEncryption,
    content: createContentCipher(importSecrets(material.content, now)),
    hash: createKeyedHashes(importSecrets(material.hash, now)),
  };
}

/** The authority for a purpose, which certifies the keys for daily work. */
export async function importCertificateAuthority(
  purpose: CertificatePurpose,
  { certificate, ...key }: CertifiedKey,
  createdAt: Date,
): Promise<CertificateAuthority> {
  return createCertificateAuthority({
    ...authorityOptions(purpose, createdAt),
    certificate: Buffer.from(certificate, 'base64'),
    keys: await importSigningKeys(key),
  });
}

async function importAuthority(
  purpose: CertificatePurpose,
  { authority, signer }: AuthorityMaterial,
  createdAt: Date,
): Promise<Authority> {
  return {
    organization: authorityOptions(purpose, createdAt).organization,
    authority: await importCertificateAuthority(purpose, authority, createdAt),
    signer: keySigner({
      privateKey: (await importSigningKeys(signer)).privateKey,
      certificates: [Buffer.from(signer.certificate, 'base64')],
      crypto: sealCrypto,
    }),
  };
}

async function importSigningKeys({
  privateKey,
}: Pick<CertifiedKey, 'privateKey'>): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { d: _private, ...publicKey } = privateKey;
  return {
    // Node's own signing takes no key that WebCrypto would not give out.
    privateKey: await crypto.subtle.importKey('jwk', privateKey, algorithm, true, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', publicKey, algorithm, true, ['verify']),
  };
}

async function importTokenKeys(
  [first, ...others]: TokenKeyMaterials,
  now: () => Date,
): Promise<KeyRing<TokenKey>> {
  const imported = await Promise.all(others.map(importTokenKey));
  return createKeyRing([await importTokenKey(first), ...imported], now);
}

async function importTokenKey({ id, privateKey, usedFrom }: TokenKeyMaterial): Promise<TokenKey> {
  const { kty, crv, x, y } = privateKey;
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  return {
    id,
    privateKey: await crypto.subtle.importKey('jwk', privateKey, algorithm, false, ['deriveBits']),
    publicKey: { kty, crv, x, y, kid: id, use: 'enc', alg: 'ECDH-ES' } as JWK,
    ...toUsedFrom(usedFrom),
  };
}

/** Makes the ring of the secrets of one purpose. */
function importSecrets([first, ...others]: SecretMaterials, now: () => Date): SecretRing {
  return createKeyRing([importSecret(first), ...others.map(importSecret)], now);
}

function importSecret({ id, secret, usedFrom }: SecretMaterial): SecretKey {
  return {
    id,
    secret: createSecretKey(secret, 'base64'),
    ...toUsedFrom(usedFrom),
  };
}

function toUsedFrom(instant: string | undefined): Pick<DatedKey, 'usedFrom'> {
  return instant === undefined ? {} : { usedFrom: new Date(instant) };
}
