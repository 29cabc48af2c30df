import type { Bytes } from '../bytes/bytes.ts';
import { asBytes, concat } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, readElement, tag } from '../der/reader.ts';
import { compare } from '../der/writer.ts';
import type { Hash, SignatureScheme } from '../x509/algorithms.ts';
import { readHash, readSignatureScheme } from '../x509/algorithms.ts';

/** A CMS SignedData (RFC 5652, section 5) inside its ContentInfo. */
export interface SignedData {
  /** How many bytes it takes; more may follow. */
  readonly length: number;
  readonly version: number;
  readonly contentType: string;
  /** The content, if it lies inside. */
  readonly content?: Bytes;
  readonly hashes: readonly Hash[];
  readonly certificates: readonly Bytes[];
  readonly hasRevocationLists: boolean;
  readonly signers: readonly Element[];
}

/** An attribute and its single value. */
export interface Attribute {
  readonly type: string;
  readonly value: Element;
}

export interface SignerInfo {
  readonly issuer: Bytes;
  readonly serialNumber: Bytes;
  readonly hash: Hash;
  readonly scheme: SignatureScheme;
  readonly signature: Bytes;
  readonly signedAttributes: readonly Attribute[];
  /** The signed attributes as the signature covers them: with the tag of a SET. */
  readonly signed: Bytes;
  readonly unsignedAttributes: readonly Attribute[];
}

/** Reads the ContentInfo at the beginning of `bytes`; `exact`: algorithms in one form only. */
export function readSignedData(bytes: Uint8Array, exact: boolean): SignedData {
  const outer = readElement(asBytes(bytes));
  const info = outer.children(tag.sequence);
  if (info.next().oid() !== oid.signedData) throw new Malformed('content-type');
  const fields = info.next(tag.context(0)).only().children(tag.sequence);
  info.end();
  const version = fields.next().number();
  const hashes = fields
    .next()
    .children(tag.set)
    .all(tag.sequence)
    .map((hash) => readHash(hash, exact));
  const encapsulated = fields.next().children(tag.sequence);
  const contentType = encapsulated.next().oid();
  const explicit = encapsulated.optional(tag.context(0));
  encapsulated.end();
  const content = explicit?.only().octets();
  const certificates = fields.optional(tag.context(0))?.children().all(tag.sequence) ?? [];
  const hasRevocationLists = fields.optional(tag.context(1)) !== undefined;
  const signers = fields.next().children(tag.set).all(tag.sequence);
  fields.end();
  return {
    length: outer.bytes.length,
    version,
    contentType,
    ...(content && { content }),
    hashes,
    certificates: certificates.map((certificate) => certificate.bytes),
    hasRevocationLists,
    signers,
  };
}

/** Reads a SignerInfo that names its certificate by issuer and serial number (version 1). */
export function readSignerInfo(element: Element, exact: boolean): SignerInfo {
  const fields = element.children(tag.sequence);
  if (fields.next().number() !== 1) throw new Malformed('version');
  const identifier = fields.next().children(tag.sequence);
  const issuer = identifier.next(tag.sequence).bytes;
  const serialNumber = identifier.next().integer();
  identifier.end();
  const hash = readHash(fields.next(), exact);
  const signedAttributes = fields.optional(tag.context(0));
  const scheme = readSignatureScheme(fields.next(), exact ? undefined : hash, exact);
  const signature = fields.next().octets();
  const unsignedAttributes = fields.optional(tag.context(1));
  fields.end();
  return {
    issuer,
    serialNumber,
    hash,
    scheme,
    signature,
    signedAttributes: readAttributes(signedAttributes),
    signed: signedAttributes
      ? concat(Uint8Array.of(tag.set), signedAttributes.bytes.subarray(1))
      : new Uint8Array(),
    unsignedAttributes: readAttributes(unsignedAttributes),
  };
}

/** Attributes in the order that DER gives to a SET OF, each with one value. */
function readAttributes(set: Element | undefined): Attribute[] {
  const attributes = set?.children().all(tag.sequence) ?? [];
  return attributes.map((attribute, index) => {
    const before = attributes[index - 1];
    if (before && compare(before.bytes, attribute.bytes) >= 0) {
      throw new Malformed('order');
    }
    const fields = attribute.children();
    const type = fields.next().oid();
    const value = fields.next().only(tag.set);
    fields.end();
    return { type, value };
  });
}
