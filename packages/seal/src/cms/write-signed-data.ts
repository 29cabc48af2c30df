import type { Bytes } from '../bytes/bytes.ts';
import { asBytes, concat } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { tag } from '../der/reader.ts';
import { encode, integer, objectIdentifier, octetString, sequence, set } from '../der/writer.ts';
import type { Signer } from '../signer.ts';
import {
  hashOf,
  writeHash,
  writePlainScheme,
  writeScheme,
  writeSignature,
} from '../x509/write-signature.ts';
import type { SignerIdentity } from './signer-identity.ts';

export interface WriteOptions {
  readonly signer: Signer;
  readonly identity: SignerIdentity;
  readonly contentType: string;
  /** The hash of the content, made with the hash of the signer's algorithm. */
  readonly messageDigest: Uint8Array;
  /** The content, if it is to lie inside. */
  readonly content?: Uint8Array;
  /** Gives a timestamp token over the signature, which becomes the one unsigned attribute. */
  readonly timestamp?: (signature: Bytes) => Promise<Uint8Array>;
}

/**
 * Signs as CAdES does (EN 319 122-1): content-type, message-digest and signing-certificate-v2 are
 * signed; no signing-time, which EN 319 142-1 forbids in a PDF.
 */
export async function writeSignedData(options: WriteOptions): Promise<Bytes> {
  const { content, contentType, identity, messageDigest, signer } = options;
  const hash = writeHash(hashOf(signer.algorithm));
  // SHA-256 is the default of ESSCertIDv2, which DER leaves out.
  const certificateId = sequence(octetString(identity.certificateHash));
  const attributes = set(
    attribute(oid.contentType, objectIdentifier(contentType)),
    attribute(oid.messageDigest, octetString(messageDigest)),
    attribute(oid.signingCertificateV2, sequence(sequence(certificateId))),
  );
  const signature = await writeSignature(signer, attributes);
  const token = await options.timestamp?.(signature);
  const signerInfo = sequence(
    integer(1),
    sequence(identity.issuer, integer(identity.serialNumber)),
    hash,
    concat(Uint8Array.of(tag.context(0)), attributes.subarray(1)),
    contentType === oid.data ? writeScheme(signer.algorithm) : writePlainScheme(signer.algorithm),
    octetString(signature),
    ...(token ? [encode(tag.context(1), attribute(oid.timestampToken, token))] : []),
  );
  const signedData = sequence(
    integer(contentType === oid.data ? 1 : 3),
    set(hash),
    sequence(
      objectIdentifier(contentType),
      ...(content ? [encode(tag.context(0), octetString(content))] : []),
    ),
    encode(tag.context(0), ...signer.certificates.map(asBytes)),
    set(signerInfo),
  );
  return sequence(objectIdentifier(oid.signedData), encode(tag.context(0), signedData));
}

function attribute(type: string, value: Uint8Array): Bytes {
  return sequence(objectIdentifier(type), set(value));
}
