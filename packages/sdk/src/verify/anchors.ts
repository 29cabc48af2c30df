import { certificateKeyId } from '@diplomaregister/seal/verify';
import type { Anchors, Certificate } from './options.ts';
import { list, Misfit, record, text } from './reader.ts';
import { Finding } from './reasons.ts';
import { parseJson } from './register.ts';

/** Certificates in DER, by what they may vouch for. */
export interface TrustedAnchors {
  readonly seal: readonly Uint8Array[];
  readonly timestamp: readonly Uint8Array[];
  readonly status: readonly Uint8Array[];
  /** The names of their revocation lists. */
  readonly keyIds: ReadonlySet<string>;
}

const anchor = record({
  name: text(),
  keyId: text(/^[0-9a-f]{8,64}$/),
  certificate: text(/^/, 20_000),
});
const readAnchors = record({
  seal: list(anchor, 20),
  timestamp: list(anchor, 20),
  status: list(anchor, 20),
});

/**
 * The anchors that the caller pinned.
 *
 * @throws Finding when one is not a certificate.
 */
export function pinnedAnchors(anchors: Anchors): TrustedAnchors {
  const seal = anchors.seal.map(toCertificate);
  const timestamp = anchors.timestamp.map(toCertificate);
  const status = anchors.status.map(toCertificate);
  const keyIds = new Set([...seal, ...timestamp, ...status].map(certificateKeyId));
  return { seal, timestamp, status, keyIds };
}

/**
 * Reads anchors as a register publishes them at `/trust-anchors`.
 *
 * @throws Finding when they are anything else.
 */
export function publishedAnchors(content: Uint8Array): TrustedAnchors {
  try {
    return pinnedAnchors(readAnchors(parseJson(content)));
  } catch (error) {
    if (error instanceof Misfit) throw new Finding('anchors-malformed');
    throw error;
  }
}

function toCertificate(certificate: Certificate): Uint8Array {
  try {
    const content =
      typeof certificate === 'object' && 'certificate' in certificate
        ? certificate.certificate
        : certificate;
    const bytes =
      typeof content === 'string'
        ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
        : content;
    certificateKeyId(bytes);
    return bytes;
  } catch {
    throw new Finding('anchors-malformed');
  }
}
