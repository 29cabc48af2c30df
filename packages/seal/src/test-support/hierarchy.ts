import { oid } from '../der/object-identifiers.ts';
import { tag } from '../der/reader.ts';
import { writeTime } from '../der/time.ts';
import {
  bitString,
  boolean,
  encode,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../der/writer.ts';
import { keySigner } from '../seal.ts';
import type { Signer } from '../signer.ts';
import type { CertificateFields } from '../x509/write-certificate.ts';
import {
  extendedKeyUsageExtension,
  keyUsageExtension,
  writeCertificate,
  writeName,
} from '../x509/write-certificate.ts';
import { writeScheme, writeSignature } from '../x509/write-signature.ts';
import { days, generateKeys } from './register.ts';

/** A certificate of any form, with its key. */
export interface Entity {
  readonly certificate: Uint8Array;
  readonly name: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly signer: Signer;
}

export interface EntityOptions {
  readonly name: string;
  /** Signs itself when left out. */
  readonly issuer?: Entity;
  readonly extensions: readonly Uint8Array[];
  readonly change?: Partial<CertificateFields>;
}

let serialNumber = 1;

/** Issues a certificate with any extensions, right or wrong. */
export async function createEntity(options: EntityOptions): Promise<Entity> {
  const { privateKey, publicKey } = await generateKeys();
  const name = entityName(options.name);
  const own = keySigner({ privateKey, certificates: [] });
  const serial = Uint8Array.of(serialNumber++);
  const certificate = await writeCertificate(
    {
      serialNumber: serial,
      issuer: options.issuer?.name ?? name,
      subject: name,
      notBefore: days.begin,
      notAfter: days.end,
      publicKeyInfo: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
      extensions: options.extensions,
      ...options.change,
    },
    options.issuer?.signer ?? own,
  );
  const signer = keySigner({ privateKey, certificates: [certificate] });
  return { certificate, name, serialNumber: serial, signer };
}

export function entityName(commonName: string): Uint8Array {
  return writeName([
    [oid.organization, 'Voorbeeldregister'],
    [oid.organizationIdentifier, 'NTRNL-00000000'],
    [oid.commonName, commonName],
  ]);
}

/** An extension with any content. */
export function extension(identifier: string, value: Uint8Array, critical = false): Uint8Array {
  const flag = critical ? [boolean(true)] : [];
  return sequence(objectIdentifier(identifier), ...flag, octetString(value));
}

/** Basic constraints of an authority with so many authorities below it. */
export function authorityExtension(pathLength?: number, critical = true): Uint8Array {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return extension(oid.basicConstraints, sequence(boolean(true), ...length), critical);
}

export const certificateSign = keyUsageExtension('certificateSign', 'revocationListSign');

/** The extensions of a certificate for seals. */
export const sealExtensions = [
  keyUsageExtension('digitalSignature', 'contentCommitment'),
  extendedKeyUsageExtension(oid.sealExtracts),
] as const;

/** A revocation list of any form. */
export interface ListOptions {
  readonly issuer: Entity;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly entries?: readonly Uint8Array[];
  readonly extensions?: readonly Uint8Array[];
  /** What stands beside the extensions, where nothing may. */
  readonly besideExtensions?: readonly Uint8Array[];
  /** The same, where the list should have ended. */
  readonly afterExtensions?: readonly Uint8Array[];
}

export async function writeList(options: ListOptions): Promise<Uint8Array> {
  const {
    afterExtensions = [],
    besideExtensions = [],
    entries = [],
    extensions = [],
    issuer,
    nextUpdate,
    thisUpdate,
  } = options;
  const signed = sequence(
    integer(1),
    writeScheme('ES256'),
    issuer.name,
    writeTime(thisUpdate),
    writeTime(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    encode(tag.context(0), sequence(...extensions), ...besideExtensions),
    ...afterExtensions,
  );
  const signature = bitString(await writeSignature(issuer.signer, signed));
  return sequence(signed, writeScheme('ES256'), signature);
}

/** An entry of a revocation list. */
export function revokedEntry(
  serialNumber: Uint8Array,
  time: Date,
  ...extensions: readonly Uint8Array[]
): Uint8Array {
  const more = extensions.length > 0 ? [sequence(...extensions)] : [];
  return sequence(integer(serialNumber), writeTime(time), ...more);
}
