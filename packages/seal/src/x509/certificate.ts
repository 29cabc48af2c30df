import type { Bytes } from '../bytes/bytes.ts';
import { equal } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { readTime } from '../der/time.ts';
import type { SignatureScheme } from './algorithms.ts';
import { readSignatureScheme } from './algorithms.ts';
import type { PublicKey } from './public-key.ts';
import { readPublicKey } from './public-key.ts';

/** Bits of the key usage extension (RFC 5280, section 4.2.1.3), the first bit highest. */
export const keyUsage = {
  digitalSignature: 0x8000,
  contentCommitment: 0x4000,
  certificateSign: 0x0400,
  revocationListSign: 0x0200,
} as const;

/** What a certificate says, as far as the profile asks (RFC 5280). */
export interface Certificate {
  readonly bytes: Bytes;
  /** What the issuer signed. */
  readonly signed: Bytes;
  readonly scheme: SignatureScheme;
  readonly signature: Bytes;
  readonly serialNumber: Bytes;
  /** The encoding of the issuer's name; names are compared byte for byte. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: PublicKey;
  readonly authority?: { readonly pathLength: number };
  readonly keyUsage: number;
  readonly extendedKeyUsage: { readonly critical: boolean; readonly purposes: readonly string[] };
  readonly subjectKeyIdentifier?: Bytes;
}

export interface Extension {
  readonly critical: boolean;
  readonly value: Bytes;
}

const understood: readonly string[] = [oid.basicConstraints, oid.keyUsage, oid.extendedKeyUsage];

/** Reads a certificate; version 3 only, and no critical extension that is not understood. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const outer = readDer(bytes);
  const { signed, scheme, signature } = readSigned(outer);
  const fields = signed.children(tag.sequence);
  if (fields.next(tag.context(0)).only().number() !== 2) throw new Malformed('version');
  const serialNumber = fields.next().integer();
  matchScheme(fields.next(), scheme);
  const issuer = fields.next(tag.sequence).bytes;
  const validity = fields.next().children(tag.sequence);
  const notBefore = readTime(validity.next());
  const notAfter = readTime(validity.next());
  validity.end();
  const subject = fields.next(tag.sequence).bytes;
  const key = readPublicKey(fields.next());
  const extensions = readExtensions(fields.next(tag.context(3)).only());
  fields.end();
  for (const [identifier, { critical }] of extensions) {
    if (critical && !understood.includes(identifier)) {
      throw new Malformed('extension');
    }
  }
  const authority = readBasicConstraints(extensions.get(oid.basicConstraints));
  const identifier = extensions.get(oid.subjectKeyIdentifier);
  const usage = extensions.get(oid.keyUsage);
  return {
    bytes: outer.bytes,
    signed: signed.bytes,
    scheme: scheme.value,
    signature,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    key,
    ...(authority && { authority }),
    keyUsage: usage ? readDer(usage.value).flags() : 0,
    extendedKeyUsage: readExtendedKeyUsage(extensions.get(oid.extendedKeyUsage)),
    ...(identifier && { subjectKeyIdentifier: readDer(identifier.value).octets() }),
  };
}

/** The outer form that certificates and revocation lists share. */
export function readSigned(outer: Element): {
  readonly signed: Element;
  readonly scheme: { readonly bytes: Bytes; readonly value: SignatureScheme };
  readonly signature: Bytes;
} {
  const fields = outer.children(tag.sequence);
  const signed = fields.next();
  const algorithm = fields.next();
  const signature = fields.next().bits();
  fields.end();
  return {
    signed,
    scheme: { bytes: algorithm.bytes, value: readSignatureScheme(algorithm) },
    signature,
  };
}

/** The algorithm stands inside the signed part too, and must be the same there. */
export function matchScheme(inner: Element, outer: { readonly bytes: Bytes }): void {
  if (!equal(inner.bytes, outer.bytes)) throw new Malformed('algorithm');
}

/** Reads Extensions, with their own or an implicit tag; each may occur once. */
export function readExtensions(
  element: Element,
  outer: number = tag.sequence,
): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  for (const extension of element.children(outer).all(tag.sequence)) {
    const fields = extension.children();
    const identifier = fields.next().oid();
    const critical = fields.optional(tag.boolean)?.boolean();
    const value = fields.next().octets();
    fields.end();
    // FALSE is the default, which DER leaves out.
    if (critical === false) throw new Malformed('default');
    if (extensions.has(identifier)) throw new Malformed('extension');
    extensions.set(identifier, { critical: critical ?? false, value });
  }
  return extensions;
}

function readBasicConstraints(extension?: Extension): { pathLength: number } | undefined {
  if (!extension) return undefined;
  const fields = readDer(extension.value).children(tag.sequence);
  const isAuthority = fields.optional(tag.boolean)?.boolean();
  const pathLength = fields.optional(tag.integer)?.number();
  fields.end();
  if (isAuthority === false || (!isAuthority && pathLength !== undefined)) {
    throw new Malformed('extension');
  }
  // An authority that does not say so critically is none (RFC 5280, section 4.2.1.9).
  return isAuthority && extension.critical ? { pathLength: pathLength ?? Infinity } : undefined;
}

function readExtendedKeyUsage(extension?: Extension): Certificate['extendedKeyUsage'] {
  if (!extension) return { critical: false, purposes: [] };
  const purposes = readDer(extension.value)
    .children(tag.sequence)
    .all(tag.objectIdentifier)
    .map((purpose) => purpose.oid());
  return { critical: extension.critical, purposes };
}

/** The text of the first attribute `type` in a name, if it has one. */
export function nameAttribute(name: Bytes, type: string): string | undefined {
  for (const relative of readDer(name).children(tag.sequence).all(tag.set)) {
    for (const attribute of relative.children().all(tag.sequence)) {
      const fields = attribute.children();
      if (fields.next().oid() !== type) continue;
      const text = fields.next();
      fields.end();
      if (text.tag !== tag.utf8String && text.tag !== tag.printableString) {
        throw new Malformed('name');
      }
      return new TextDecoder().decode(text.content);
    }
  }
  return undefined;
}
