import { inflate } from '#inflate';
import type { Bytes } from '../bytes/bytes.ts';
import { asBytes, concat, equal, isZero } from '../bytes/bytes.ts';
import type { ClaimedSignature } from '../cms/signer.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Attachment } from '../pdf/document-rules.ts';
import type { Span } from '../pdf/objects.ts';
import { demand } from '../reasons.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Signatory } from './sealed-by-register.ts';

/** The largest attachment that is looked at, in bytes. */
const mostContent = 4 * 1024 * 1024;

/** A sealed document, taken apart. */
export interface SealedParts {
  /** A copy that nobody else has: the check closes the gap in it. */
  readonly file: Bytes;
  /** Where the signature stands, between `<` and `>`. */
  readonly hole: Span;
  /** All bytes of the hole, padding too. */
  readonly cms: Bytes;
  readonly seal: ClaimedSignature;
  readonly attachment: Attachment;
}

/** The second check: the file is the one that was sealed. Gives the content of its attachment. */
export async function checkUnchanged(
  crypto: SealCrypto,
  { attachment, cms, file, hole, seal }: SealedParts,
  signatory: Promise<Signatory>,
): Promise<Uint8Array> {
  file.copyWithin(hole.start - 1, hole.end + 1);
  const covered = file.subarray(0, file.length - (hole.end - hole.start + 2));
  const { compressed, stored } = attachment;
  const [{ path }, digest, content] = await Promise.all([
    signatory,
    crypto.subtle.digest(seal.signer.hash, covered),
    compressed ? inflate(asBytes(stored), mostContent) : stored.slice(),
  ]);
  const { data, messageDigest, signer } = seal;
  demand(isZero(cms.subarray(data.length)), 'padding-not-empty');
  demand(!data.content, 'content-attached');
  demand(!data.hasRevocationLists, 'certificate-unused');
  // Nothing signs which certificates there are: others, and another order, would be changes unseen.
  const needed = path.slice(0, -1).map(({ bytes }) => bytes);
  demand(equal(concat(...data.certificates), concat(...needed)), 'certificate-unused');
  demand(signer.unsignedAttributes.length <= 1, 'unsigned-attributes');
  demand(
    signer.unsignedAttributes.every(({ type }) => type === oid.timestampToken),
    'unsigned-attributes',
  );
  demand(equal(new Uint8Array(digest), messageDigest), 'digest-mismatch');
  demand(content && content.length <= mostContent, 'attachment');
  return content;
}
