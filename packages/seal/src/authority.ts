import type { Bytes } from './bytes/bytes.ts';
import { asBytes, toHex } from './bytes/bytes.ts';
import type { SignerIdentity } from './cms/signer-identity.ts';
import { identifySigner } from './cms/signer-identity.ts';
import { oid } from './der/object-identifiers.ts';
import { keySigner } from './keys/key-signer.ts';
import type { SealCrypto } from './seal-crypto.ts';
import type { Signer } from './signer.ts';
import type { TimestampAuthority } from './timestamp/timestamp-authority.ts';
import { writeTimestampToken } from './timestamp/write-token.ts';
import { readCertificate } from './x509/certificate.ts';
import type { RevocationReason } from './x509/write-certificate.ts';
import {
  authorityKeyIdentifier,
  basicConstraintsOfAuthority,
  extendedKeyUsageExtension,
  keyIdentifier,
  keyUsageExtension,
  subjectKeyIdentifier,
  writeCertificate,
  writeName,
  writeRevocationList,
} from './x509/write-certificate.ts';

export type { Signer } from './signer.ts';
export type { TimestampAuthority } from './timestamp/timestamp-authority.ts';
export type { RevocationReason } from './x509/write-certificate.ts';

export interface CertificateAuthorityOptions {
  readonly commonName: string;
  /** What a verdict shows as the issuer of an extract. */
  readonly organization: string;
  /** As EN 319 412-1 writes it, for example `NTRNL-00000000`; needed to issue for seals. */
  readonly organizationIdentifier?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** P-256 keys, for taking up an authority that was made before. */
  readonly keys?: CryptoKeyPair;
  /** The self-signed certificate (DER) of an authority that was made before, with these keys. */
  readonly certificate?: Uint8Array;
  readonly crypto?: Crypto;
}

export type CertificatePurpose = 'seal' | 'timestamp' | 'status';

export interface IssueOptions {
  readonly purpose: CertificatePurpose;
  readonly commonName: string;
  readonly publicKey: CryptoKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface RevokedCertificate {
  /** See {@link certificateSerialNumber}. */
  readonly serialNumber: Uint8Array;
  readonly revokedAt: Date;
  /**
   * Why, as CRLReason (RFC 5280, section 5.3.1) calls it. A timestamp certificate that is not
   * `superseded`, `affiliationChanged` or `cessationOfOperation` takes all its timestamps with it.
   */
  readonly reason?: RevocationReason;
}

export interface RevocationListOptions {
  readonly revoked?: readonly RevokedCertificate[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A root that issues certificates and revocation lists; all of them DER. */
export interface CertificateAuthority {
  readonly certificate: Uint8Array;
  /** Lower-case hex of its subject key identifier. */
  readonly keyId: string;
  readonly keys: CryptoKeyPair;
  issue(options: IssueOptions): Promise<Uint8Array>;
  /** A list of version 2, with expiredCertsOnCRL back to the beginning of the authority. */
  revocationList(options: RevocationListOptions): Promise<Uint8Array>;
}

const purposes = {
  // PDF readers that trust the authority trust the seal only with a purpose that they know: those
  // built on NSS (poppler, and so pdfsig, Okular and Evince) take this one.
  seal: [oid.sealExtracts, oid.emailProtection],
  timestamp: [oid.timeStamping],
  status: [oid.statusSigning],
} as const satisfies Record<CertificatePurpose, readonly string[]>;

/**
 * Makes a certificate authority with a P-256 key, or takes up an existing one. Meant for demos,
 * mocks and tests: the keys of production live elsewhere.
 */
export async function createCertificateAuthority(
  options: CertificateAuthorityOptions,
): Promise<CertificateAuthority> {
  const { crypto = globalThis.crypto } = options;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = options.keys ?? (await crypto.subtle.generateKey(curve, true, ['sign', 'verify']));
  const signer = keySigner({ privateKey: keys.privateKey, certificates: [], crypto });
  const certificate = options.certificate ?? (await makeRoot(crypto, options, keys, signer));
  const root = readCertificate(certificate);
  const identifier = root.subjectKeyIdentifier;
  if (!identifier || toHex(root.key.info) !== toHex(await publicKeyInfo(crypto, keys.publicKey))) {
    throw new TypeError('The certificate is not one of this authority and its keys');
  }

  return {
    certificate,
    keyId: toHex(identifier),
    keys,

    async issue({ commonName, notAfter, notBefore, publicKey, purpose }) {
      if (purpose === 'seal' && !options.organizationIdentifier) {
        throw new TypeError('A certificate for seals needs an organizationIdentifier');
      }
      const info = await publicKeyInfo(crypto, publicKey);
      return writeCertificate(
        {
          serialNumber: randomSerialNumber(crypto),
          issuer: root.subject,
          subject: subjectName(options, commonName),
          notBefore,
          notAfter,
          publicKeyInfo: info,
          extensions: [
            purpose === 'status'
              ? keyUsageExtension('digitalSignature')
              : keyUsageExtension('digitalSignature', 'contentCommitment'),
            extendedKeyUsageExtension(...purposes[purpose]),
            subjectKeyIdentifier(await keyIdentifier(crypto, info)),
            authorityKeyIdentifier(identifier),
          ],
        },
        signer,
      );
    },

    async revocationList({ expiresAt, issuedAt, revoked = [] }) {
      return writeRevocationList(
        {
          issuer: root.subject,
          issuedAt,
          expiresAt,
          authorityKeyIdentifier: identifier,
          expiredSince: root.notBefore,
          revoked,
        },
        signer,
      );
    },
  };
}

/** The serial number of a certificate, as revocation lists name it. */
export function certificateSerialNumber(certificate: Uint8Array): Uint8Array {
  return readCertificate(certificate).serialNumber;
}

/** A timestamp authority in this process (RFC 3161), for demos, mocks and tests. */
export function createTimestampAuthority(options: {
  readonly signer: Signer;
  readonly now?: () => Date;
  readonly crypto?: SealCrypto;
}): TimestampAuthority {
  const { crypto = globalThis.crypto, now = () => new Date(), signer } = options;
  let identity: Promise<SignerIdentity> | undefined;
  return {
    async timestamp(digest) {
      identity ??= identifySigner(crypto, signer);
      const options = { crypto, signer, identity: await identity, time: now() };
      return writeTimestampToken(digest, options);
    },
  };
}

async function makeRoot(
  crypto: Crypto,
  options: CertificateAuthorityOptions,
  keys: CryptoKeyPair,
  signer: Signer,
): Promise<Bytes> {
  const info = await publicKeyInfo(crypto, keys.publicKey);
  const name = subjectName(options, options.commonName);
  return writeCertificate(
    {
      serialNumber: randomSerialNumber(crypto),
      issuer: name,
      subject: name,
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      publicKeyInfo: info,
      extensions: [
        basicConstraintsOfAuthority(),
        keyUsageExtension('certificateSign', 'revocationListSign'),
        subjectKeyIdentifier(await keyIdentifier(crypto, info)),
      ],
    },
    signer,
  );
}

function subjectName(options: CertificateAuthorityOptions, commonName: string): Bytes {
  return writeName([
    [oid.organization, options.organization],
    ...(options.organizationIdentifier
      ? ([[oid.organizationIdentifier, options.organizationIdentifier]] as const)
      : []),
    [oid.commonName, commonName],
  ]);
}

async function publicKeyInfo(crypto: Crypto, key: CryptoKey): Promise<Bytes> {
  return asBytes(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
}

/** 127 random bits, so that nobody can foresee what is signed (RFC 5280, section 4.1.2.2). */
function randomSerialNumber(crypto: Crypto): Bytes {
  const serialNumber = crypto.getRandomValues(new Uint8Array(16));
  serialNumber[0] = ((serialNumber[0] ?? 0) & 0x7f) | 0x40;
  return serialNumber;
}
