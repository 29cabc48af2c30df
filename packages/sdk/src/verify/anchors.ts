import { certificateKeyId } from '@diplomaregister/seal/verify';
import type { Anchors, Certificate } from './options.ts';
import { list, Misfit, record, text } from './reader.ts';
import { Finding } from './reasons.ts';
import type { Register } from './register.ts';

/** Certificates in DER, by what they may vouch for. */
export interface TrustedAnchors {
  readonly seal: readonly Uint8Array[];
  readonly timestamp: readonly Uint8Array[];
  readonly status: readonly Uint8Array[];
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
  return {
    seal: anchors.seal.map(toCertificate),
    timestamp: anchors.timestamp.map(toCertificate),
    status: anchors.status.map(toCertificate),
  };
}

/**
 * The anchors that the register itself names: as good as the way to it.
 *
 * @throws Finding when they cannot be had.
 */
export async function anchorsOf(register: Register): Promise<TrustedAnchors> {
  if (!register.secure) throw new Finding('anchors-insecure');
  const answer = await register.get('/trust-anchors', 'application/json', async (response) =>
    response.json(),
  );
  if (answer.kind !== 'answer') throw new Finding('anchors-unavailable');
  try {
    const { seal, status, timestamp } = readAnchors(answer.content);
    const certificates = (anchors: typeof seal) => anchors.map(({ certificate }) => certificate);
    return pinnedAnchors({
      seal: certificates(seal),
      timestamp: certificates(timestamp),
      status: certificates(status),
    });
  } catch (error) {
    if (error instanceof Misfit) throw new Finding('anchors-malformed');
    throw error;
  }
}

/** The revocation lists (DER) of the authorities, as far as the register gives them. */
export async function revocationListsOf(
  register: Register,
  { seal, status, timestamp }: TrustedAnchors,
): Promise<readonly Uint8Array[]> {
  const keyIds = new Set([...seal, ...timestamp, ...status].map(certificateKeyId));
  const answers = await Promise.all(
    Array.from(keyIds, (keyId) =>
      register.get(`/revocation-lists/${keyId}`, 'application/pkix-crl', async (response) =>
        response.arrayBuffer(),
      ),
    ),
  );
  return answers.flatMap((each) => (each.kind === 'answer' ? [new Uint8Array(each.content)] : []));
}

function toCertificate(certificate: Certificate): Uint8Array {
  try {
    const bytes =
      typeof certificate === 'string'
        ? Uint8Array.from(atob(certificate), (character) => character.charCodeAt(0))
        : certificate;
    certificateKeyId(bytes);
    return bytes;
  } catch {
    throw new Finding('anchors-malformed');
  }
}
