import { equal } from '../bytes/bytes.ts';
import { Malformed } from '../der/reader.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { Certificate } from './certificate.ts';
import { keyUsage, readCertificate } from './certificate.ts';
import { verifySignature } from './public-key.ts';

/** A leaf, at most one intermediate certificate, and the anchor that it leads to. */
export type CertificatePath = readonly [Certificate, ...Certificate[]];

/** Paths that are remembered at most: as many as there are signers in years. */
const mostPaths = 100;

/** A leaf, what came with it, and the path that was found. */
interface KnownPath {
  readonly leaf: Certificate;
  readonly others: readonly Certificate[];
  readonly path: CertificatePath;
}

/** Pinned anchors, and the paths to them that were found before: many files have one signer. */
export class TrustAnchors {
  readonly #roots: readonly Certificate[];
  readonly #known: KnownPath[] = [];

  /** Throws for anchors (DER) that are not certificates of the profile. */
  constructor(anchors: readonly Uint8Array[]) {
    this.#roots = anchors.map(readCertificate);
  }

  /** What is known of a leaf that comes with the very same other certificates. */
  knownPath(leaf: Certificate, others: readonly Certificate[]): CertificatePath | undefined {
    const known = this.#known.find(
      (one) =>
        equal(one.leaf.bytes, leaf.bytes) &&
        one.others.length === others.length &&
        one.others.every(({ bytes }, index) => equal(bytes, others[index]?.bytes ?? leaf.bytes)),
    );
    return known?.path;
  }

  /** As {@link findPath} finds it. */
  async findPath(
    crypto: SealCrypto,
    leaf: Certificate,
    others: readonly Certificate[],
  ): Promise<CertificatePath | undefined> {
    const known = this.knownPath(leaf, others);
    if (known) return known;
    const path = await findPath(crypto, leaf, others, this.#roots);
    if (path && this.#known.length < mostPaths) this.#known.push({ leaf, others, path });
    return path;
  }
}

/**
 * Finds the path from `leaf` to one of the pinned `roots`, at most two steps long. Other
 * certificates serve only as an intermediate step; a root among them is never trusted.
 */
export async function findPath(
  crypto: SealCrypto,
  leaf: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
): Promise<CertificatePath | undefined> {
  const direct = await findIssuer(crypto, leaf, roots, 0);
  if (direct) return [leaf, direct];
  for (const intermediate of others) {
    if (!(await isIssuedBy(crypto, leaf, intermediate, 0))) continue;
    const root = await findIssuer(crypto, intermediate, roots, 1);
    if (root) return [leaf, intermediate, root];
  }
  return undefined;
}

async function findIssuer(
  crypto: SealCrypto,
  certificate: Certificate,
  candidates: readonly Certificate[],
  below: number,
): Promise<Certificate | undefined> {
  for (const candidate of candidates) {
    if (await isIssuedBy(crypto, certificate, candidate, below)) return candidate;
  }
  return undefined;
}

/** Whether `issuer` may sign certificates with `below` authorities under it, and signed this one. */
async function isIssuedBy(
  crypto: SealCrypto,
  certificate: Certificate,
  issuer: Certificate,
  below: number,
): Promise<boolean> {
  if (!equal(certificate.issuer, issuer.subject)) return false;
  if (!issuer.authority || issuer.authority.pathLength < below) return false;
  if (!(issuer.keyUsage & keyUsage.certificateSign)) return false;
  try {
    const { scheme, signature, signed } = certificate;
    return await verifySignature(crypto, issuer.key, scheme, signature, signed);
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

/** Whether every one of the certificates is valid at `time`. */
export function isValidAt(
  certificates: readonly Pick<Certificate, 'notAfter' | 'notBefore'>[],
  time: Date,
): boolean {
  return certificates.every(({ notBefore, notAfter }) => notBefore <= time && time <= notAfter);
}
