import type { CertificateAuthority } from '../authority.ts';
import { createCertificateAuthority, createTimestampAuthority } from '../authority.ts';
import type { Signer, TimestampAuthority } from '../seal.ts';
import { keySigner } from '../seal.ts';
import type { VerifySealOptions } from '../verify.ts';

/** The days on which things happen in the tests. */
export const days = {
  begin: new Date('2026-01-01T00:00:00Z'),
  sealed: new Date('2026-09-01T12:00:00Z'),
  now: new Date('2026-10-01T12:00:00Z'),
  end: new Date('2031-01-01T00:00:00Z'),
} as const;

export const keyKinds = {
  'ECDSA P-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'ECDSA P-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'RSA-3072 PKCS #1 v1.5': rsa('RSASSA-PKCS1-v1_5'),
  'RSA-3072 PSS': rsa('RSA-PSS'),
} as const;

export type KeyKind = keyof typeof keyKinds;

function rsa(name: string) {
  return { name, hash: 'SHA-256', modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) };
}

/** A register with throw-away keys: three authorities, a seal signer, a timestamp authority. */
export interface TestRegister {
  readonly authorities: Readonly<Record<'seal' | 'timestamp' | 'status', CertificateAuthority>>;
  readonly signer: Signer;
  readonly timestampSigner: Signer;
  readonly statusSigner: Signer;
  readonly timestamps: TimestampAuthority;
  /** What a verifier is given, on the day `now`. */
  readonly options: VerifySealOptions;
}

export async function generateKeys(kind: KeyKind = 'ECDSA P-256'): Promise<CryptoKeyPair> {
  const keys = await crypto.subtle.generateKey(keyKinds[kind], true, ['sign', 'verify']);
  if (!('publicKey' in keys)) throw new TypeError('A pair of keys was expected');
  return keys;
}

export function createAuthority(name: string): Promise<CertificateAuthority> {
  return createCertificateAuthority({
    commonName: `${name} CA`,
    organization: 'Voorbeeldregister',
    organizationIdentifier: 'NTRNL-00000000',
    notBefore: days.begin,
    notAfter: days.end,
  });
}

export async function issueSigner(
  authority: CertificateAuthority,
  purpose: 'seal' | 'timestamp' | 'status',
  kind?: KeyKind,
  validity: { readonly notBefore: Date; readonly notAfter: Date } = {
    notBefore: days.begin,
    notAfter: days.end,
  },
): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeys(kind);
  const commonName = `Test ${purpose}`;
  const leaf = await authority.issue({ purpose, commonName, publicKey, ...validity });
  return keySigner({ privateKey, certificates: [leaf] });
}

export function emptyList(authority: CertificateAuthority): Promise<Uint8Array> {
  return authority.revocationList({ issuedAt: days.sealed, expiresAt: days.end });
}

export async function createTestRegister(kind?: KeyKind): Promise<TestRegister> {
  const authorities = {
    seal: await createAuthority('Seal'),
    timestamp: await createAuthority('Timestamp'),
    status: await createAuthority('Status'),
  };
  const timestampSigner = await issueSigner(authorities.timestamp, 'timestamp');
  return {
    authorities,
    signer: await issueSigner(authorities.seal, 'seal', kind),
    timestampSigner,
    statusSigner: await issueSigner(authorities.status, 'status'),
    timestamps: createTimestampAuthority({ signer: timestampSigner, now: () => days.sealed }),
    options: {
      anchors: {
        seal: [authorities.seal.certificate],
        timestamp: [authorities.timestamp.certificate],
      },
      revocationLists: [await emptyList(authorities.seal), await emptyList(authorities.timestamp)],
      now: days.now,
    },
  };
}
