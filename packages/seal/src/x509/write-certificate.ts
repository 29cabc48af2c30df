import type { Bytes } from '../bytes/bytes.ts';
import { concat } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { readDer, tag } from '../der/reader.ts';
import { writeGeneralizedTime, writeTime } from '../der/time.ts';
import {
  bitString,
  boolean,
  encode,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  utf8String,
} from '../der/writer.ts';
import type { Signer } from '../signer.ts';
import { keyUsage } from './certificate.ts';
import { writeScheme, writeSignature } from './write-signature.ts';

export interface CertificateFields {
  readonly serialNumber: Uint8Array;
  /** The encodings of the two names. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKeyInfo: Uint8Array;
  readonly extensions: readonly Uint8Array[];
}

type Key = Pick<Signer, 'algorithm' | 'sign'>;

/** Signs a certificate of version 3 (RFC 5280, section 4.1). */
export async function writeCertificate(fields: CertificateFields, key: Key): Promise<Bytes> {
  return writeSigned(key, [
    encode(tag.context(0), integer(2)),
    integer(fields.serialNumber),
    writeScheme(key.algorithm),
    fields.issuer,
    sequence(writeTime(fields.notBefore), writeTime(fields.notAfter)),
    fields.subject,
    fields.publicKeyInfo,
    encode(tag.context(3), sequence(...fields.extensions)),
  ]);
}

/** The codes of CRLReason (RFC 5280, section 5.3.1) that a register has use for. */
const reasonCodes = {
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;

export type RevocationReason = keyof typeof reasonCodes;

export interface RevokedEntry {
  readonly serialNumber: Uint8Array;
  readonly revokedAt: Date;
  readonly reason?: RevocationReason;
}

export interface RevocationListFields {
  readonly issuer: Uint8Array;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly authorityKeyIdentifier: Uint8Array;
  /** Certificates that expired since this time stay on the list. */
  readonly expiredSince: Date;
  readonly revoked: readonly RevokedEntry[];
}

/** Signs a revocation list of version 2 (RFC 5280, section 5.1). */
export async function writeRevocationList(fields: RevocationListFields, key: Key): Promise<Bytes> {
  const entries = fields.revoked.map(({ reason, revokedAt, serialNumber }) =>
    sequence(integer(serialNumber), writeTime(revokedAt), ...(reason ? [reasonOf(reason)] : [])),
  );
  // The number must grow with each list, and time does; DER wants it in bytes.
  const seconds = Math.floor(fields.issuedAt.getTime() / 1000);
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(seconds));
  return writeSigned(key, [
    integer(1),
    writeScheme(key.algorithm),
    fields.issuer,
    writeTime(fields.issuedAt),
    writeTime(fields.expiresAt),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    encode(
      tag.context(0),
      sequence(
        authorityKeyIdentifier(fields.authorityKeyIdentifier),
        extension(oid.revocationListNumber, integer(number)),
        extension(oid.expiredCertificatesOnList, writeGeneralizedTime(fields.expiredSince)),
      ),
    ),
  ]);
}

function reasonOf(reason: RevocationReason): Bytes {
  const code = encode(tag.enumerated, Uint8Array.of(reasonCodes[reason]));
  return sequence(extension(oid.reasonCode, code));
}

async function writeSigned(key: Key, parts: readonly Uint8Array[]): Promise<Bytes> {
  const signed = sequence(...parts);
  return sequence(signed, writeScheme(key.algorithm), bitString(await writeSignature(key, signed)));
}

/** A name of single attributes, in the given order. */
export function writeName(attributes: readonly (readonly [type: string, text: string])[]): Bytes {
  return sequence(
    ...attributes.map(([type, text]) => set(sequence(objectIdentifier(type), utf8String(text)))),
  );
}

/** SHA-1 of the key's bits: the usual key identifier (RFC 5280, section 4.2.1.2). It only names. */
export async function keyIdentifier(crypto: Crypto, publicKeyInfo: Bytes): Promise<Bytes> {
  const fields = readDer(publicKeyInfo).children(tag.sequence);
  fields.next();
  return new Uint8Array(await crypto.subtle.digest('SHA-1', fields.next().bits()));
}

function extension(identifier: string, value: Uint8Array, critical = false): Bytes {
  const flag = critical ? [boolean(true)] : [];
  return sequence(objectIdentifier(identifier), ...flag, octetString(value));
}

export function basicConstraintsOfAuthority(): Bytes {
  return extension(oid.basicConstraints, sequence(boolean(true)), true);
}

/** Usages that lie in the first byte of the extension. */
export function keyUsageExtension(...usages: readonly (keyof typeof keyUsage)[]): Bytes {
  const bits = usages.reduce((all, usage) => all | keyUsage[usage], 0) >> 8;
  const unused = 31 - Math.clz32(bits & -bits);
  return extension(oid.keyUsage, encode(tag.bitString, Uint8Array.of(unused, bits)), true);
}

export function extendedKeyUsageExtension(...purposes: readonly string[]): Bytes {
  return extension(oid.extendedKeyUsage, sequence(...purposes.map(objectIdentifier)), true);
}

export function subjectKeyIdentifier(identifier: Uint8Array): Bytes {
  return extension(oid.subjectKeyIdentifier, octetString(identifier));
}

export function authorityKeyIdentifier(identifier: Uint8Array): Bytes {
  const keyId = concat(Uint8Array.of(tag.contextPrimitive(0), identifier.length), identifier);
  return extension(oid.authorityKeyIdentifier, sequence(keyId));
}
