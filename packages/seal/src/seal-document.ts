import type { Bytes } from './bytes/bytes.ts';
import { asBytes, encodeHex } from './bytes/bytes.ts';
import type { SignerIdentity } from './cms/signer-identity.ts';
import { identifySigner } from './cms/signer-identity.ts';
import { writeSignedData } from './cms/write-signed-data.ts';
import { oid } from './der/object-identifiers.ts';
import { readComposedDocument } from './pdf/document.ts';
import { readDocumentRules } from './pdf/document-rules.ts';
import type { Span } from './pdf/objects.ts';
import type { SealRevision } from './pdf/write-seal-revision.ts';
import { openHole, writeSealRevision } from './pdf/write-seal-revision.ts';
import { Rejection } from './reasons.ts';
import type { SealCrypto } from './seal-crypto.ts';
import type { Signer } from './signer.ts';
import type { TimestampAuthority } from './timestamp/timestamp-authority.ts';
import { verifyToken } from './timestamp/token.ts';
import type { Hash } from './x509/algorithms.ts';
import { KnownKeys } from './x509/known-keys.ts';
import { isValidAt } from './x509/path.ts';
import { hashOf } from './x509/write-signature.ts';

export interface SealOptions {
  readonly signer: Signer;
  readonly timestamps: TimestampAuthority;
  /** The time that the signature dictionary shows; the timestamp is what proves it. */
  readonly now?: () => Date;
  readonly crypto?: SealCrypto;
}

/** Why a document was not sealed. */
export type SealErrorCode =
  | 'document-not-sealable'
  | 'timestamp-unavailable'
  | 'certificate-not-valid'
  | 'seal-too-large';

/** Thrown when a document is not sealed; `cause` tells more. */
export class SealError extends Error {
  readonly code: SealErrorCode;
  constructor(code: SealErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SealError';
    this.code = code;
  }
}

/** Room for a timestamp with its certificates, and for what the CMS has beside its certificates. */
const room = { timestamp: 8192, frame: 1536 };

/** How a document is prepared so that a certain sealer can complete it; plain data. */
export interface Preparation {
  /** Bytes that the signature may take. */
  readonly room: number;
  /** The hash that is signed. */
  readonly hash: Hash;
}

/** A document with its sealing revision, in which only the signature is still missing; plain data. */
export interface PreparedDocument {
  readonly bytes: Bytes;
  /** The room for the signature, between `<` and `>`. */
  readonly hole: Span;
  /** The hash of all bytes but the hole and its two signs. */
  readonly digest: Bytes;
}

/** Seals many documents with the same signer and timestamp authority. */
export interface Sealer {
  /** As {@link seal} does. */
  seal(pdf: Uint8Array): Promise<Uint8Array>;
  /** For {@link prepareDocument}. */
  readonly preparation: Preparation;
  /**
   * Signs and timestamps what was prepared for this sealer: a CMS (RFC 5652), for
   * {@link insertSignature}.
   */
  sign(prepared: PreparedDocument): Promise<Uint8Array>;
}

/**
 * Seals a PDF that Typst composed, with its one attachment `extract.json`, as PAdES B-T: one
 * incremental revision that certifies it as a document in which nothing may change, signed whole,
 * with the timestamp inside.
 *
 * @throws SealError when the document is outside the profile, no timestamp is to be had, or the
 *   certificate of the signer has ended: there is no weaker seal. What the signer throws passes through.
 */
export function seal(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  return createSealer(options).seal(pdf);
}

/** Reads the signer's certificate, and each key of the timestamp authority, once for many documents. */
export function createSealer(options: SealOptions): Sealer {
  const { crypto = globalThis.crypto, now = () => new Date(), signer, timestamps } = options;
  const certificates = signer.certificates.reduce((sum, { length }) => sum + length, 0);
  const preparation = {
    room: room.timestamp + room.frame + certificates,
    hash: hashOf(signer.algorithm),
  };
  const timestampKeys = new KnownKeys();
  let identity: Promise<SignerIdentity> | undefined;

  /** Asks for a token over the signature, and makes sure that the answer is one. */
  async function requestTimestamp(signature: Bytes) {
    const { hash = 'SHA-256' } = timestamps;
    const digest = new Uint8Array(await crypto.subtle.digest(hash, signature));
    try {
      const token = asBytes(await timestamps.timestamp(digest));
      return { token, time: await verifyToken(crypto, token, signature, timestampKeys) };
    } catch (cause) {
      throw new SealError('timestamp-unavailable', 'There is no timestamp to be had', cause);
    }
  }

  async function sign({ digest }: PreparedDocument): Promise<Uint8Array> {
    identity ??= identifySigner(crypto, signer);
    const known = await identity;
    return writeSignedData({
      signer,
      identity: known,
      contentType: oid.data,
      messageDigest: digest,
      async timestamp(signature) {
        const { time, token } = await requestTimestamp(signature);
        if (isValidAt([known], time)) return token;
        throw new SealError(
          'certificate-not-valid',
          'The certificate of the signer is not valid now',
        );
      },
    });
  }

  return {
    preparation,
    sign,
    async seal(pdf) {
      const prepared = await prepareDocument(pdf, { ...preparation, time: now(), crypto });
      return insertSignature(prepared, await sign(prepared));
    },
  };
}

/**
 * Makes the sealed document of what was prepared and its signature; the same two always give the same
 * bytes. They are those of `prepared`.
 *
 * @throws SealError when there is no room for the signature.
 */
export function insertSignature(
  { bytes, hole }: PreparedDocument,
  signature: Uint8Array,
): Uint8Array {
  if (signature.length * 2 > hole.end - hole.start) {
    throw new SealError('seal-too-large', 'The timestamp is too large');
  }
  bytes.set(encodeHex(signature), hole.start);
  return bytes;
}

export interface PrepareOptions extends Preparation {
  /** What the signature dictionary shows; the timestamp is what proves it. */
  readonly time: Date;
  readonly crypto?: SealCrypto | undefined;
}

/**
 * The part of sealing that takes work but no keys, for a thread that has none: appends the revision
 * and hashes the document. {@link Sealer.sign} and {@link insertSignature} do the rest.
 *
 * @throws SealError when the document is not one that the verifier accepts.
 */
export async function prepareDocument(
  pdf: Uint8Array,
  { crypto = globalThis.crypto, hash, room, time }: PrepareOptions,
): Promise<PreparedDocument> {
  const revision = appendRevision(pdf, time, room);
  const digest = new Uint8Array(await crypto.subtle.digest(hash, revision.covered));
  return { bytes: openHole(revision), hole: revision.hole, digest };
}

function appendRevision(pdf: Uint8Array, time: Date, size: number): SealRevision {
  try {
    const document = readComposedDocument(pdf);
    readDocumentRules(document);
    return writeSealRevision(document, time, size);
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    const message = `The document is not one that extracts are made of: ${cause.reason}`;
    throw new SealError('document-not-sealable', message, cause);
  }
}
