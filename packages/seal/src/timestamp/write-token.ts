import type { Bytes } from '../bytes/bytes.ts';
import type { WriteOptions } from '../cms/write-signed-data.ts';
import { writeSignedData } from '../cms/write-signed-data.ts';
import { oid } from '../der/object-identifiers.ts';
import { writeGeneralizedTime } from '../der/time.ts';
import { integer, objectIdentifier, octetString, sequence } from '../der/writer.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import { hashOf, writeHash } from '../x509/write-signature.ts';

export interface WriteTokenOptions extends Pick<WriteOptions, 'identity' | 'signer'> {
  readonly crypto: SealCrypto;
  readonly time: Date;
}

/** Signs an RFC 3161 token that says that a SHA-256 digest was there at `time`. */
export async function writeTimestampToken(
  digest: Uint8Array,
  { crypto, identity, signer, time }: WriteTokenOptions,
): Promise<Bytes> {
  if (digest.length !== 32) throw new TypeError('The digest is not one of SHA-256');
  const content = sequence(
    integer(1),
    objectIdentifier(oid.timestampPolicy),
    sequence(writeHash('SHA-256'), octetString(digest)),
    integer(globalThis.crypto.getRandomValues(new Uint8Array(16))),
    writeGeneralizedTime(time),
  );
  const hash = await crypto.subtle.digest(hashOf(signer.algorithm), content);
  return writeSignedData({
    signer,
    identity,
    contentType: oid.tstInfo,
    messageDigest: new Uint8Array(hash),
    content,
  });
}
