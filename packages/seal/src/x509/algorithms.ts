import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, tag } from '../der/reader.ts';

/** The hashes that the profile allows, by WebCrypto's names. */
export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature was made. */
export interface SignatureScheme {
  readonly name: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';
  readonly hash: Hash;
}

/** Thrown for an algorithm, a curve or a key size that the profile does not allow. */
export class UnsupportedAlgorithm extends Malformed {
  constructor() {
    super('algorithm');
    this.name = 'UnsupportedAlgorithm';
  }
}

const hashes: Readonly<Record<string, Hash>> = {
  [oid.sha256]: 'SHA-256',
  [oid.sha384]: 'SHA-384',
  [oid.sha512]: 'SHA-512',
};

export const hashLength = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const;

const schemes: Readonly<Record<string, SignatureScheme>> = {
  [oid.ecdsaSha256]: { name: 'ECDSA', hash: 'SHA-256' },
  [oid.ecdsaSha384]: { name: 'ECDSA', hash: 'SHA-384' },
  [oid.ecdsaSha512]: { name: 'ECDSA', hash: 'SHA-512' },
  [oid.rsaSha256]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  [oid.rsaSha384]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  [oid.rsaSha512]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
};

/**
 * Reads the AlgorithmIdentifier of a hash. Its parameters may be absent or NULL (RFC 5754, section
 * 2); where only one way to write it is accepted (`exact`), they are absent.
 */
export function readHash(algorithm: Element, exact = false): Hash {
  const fields = algorithm.children(tag.sequence);
  const hash = hashes[fields.next().oid()];
  if (!hash) throw new UnsupportedAlgorithm();
  if (!exact) optionalNull(fields.optional(tag.null));
  fields.end();
  return hash;
}

/**
 * Reads the AlgorithmIdentifier of a signature. In the CMS of others, RSA with PKCS #1 v1.5 is plain
 * `rsaEncryption`, with the `digest` that the SignerInfo names (RFC 5754, section 3.2). The other
 * way to write it is not accepted there: nothing signs which of the two it is. `exact` as of
 * {@link readHash}, of the hashes in PSS.
 */
export function readSignatureScheme(
  algorithm: Element,
  digest?: Hash,
  exact = false,
): SignatureScheme {
  const fields = algorithm.children(tag.sequence);
  const identifier = fields.next().oid();
  if (identifier === oid.rsaPss) {
    const scheme = readPssParameters(fields.next(tag.sequence), exact);
    fields.end();
    return scheme;
  }
  const scheme =
    identifier === oid.rsaEncryption && digest
      ? ({ name: 'RSASSA-PKCS1-v1_5', hash: digest } as const)
      : schemes[identifier];
  const isPlain = scheme?.name !== 'RSASSA-PKCS1-v1_5' || identifier === oid.rsaEncryption;
  if (!scheme || (digest && !isPlain)) throw new UnsupportedAlgorithm();
  // ECDSA has no parameters (RFC 5758); RSA with PKCS #1 v1.5 has NULL (RFC 4055).
  if (scheme.name !== 'ECDSA') optionalNull(fields.next(tag.null));
  fields.end();
  return scheme;
}

/** RSASSA-PSS-params (RFC 4055, section 3.1), with one hash throughout and a salt of its length. */
function readPssParameters(parameters: Element, exact: boolean): SignatureScheme {
  const fields = parameters.children();
  const hash = readHash(fields.next(tag.context(0)).only(), exact);
  const mask = fields.next(tag.context(1)).only().children(tag.sequence);
  const isMask1 = mask.next().oid() === oid.maskGeneration1;
  const maskHash = readHash(mask.next(), exact);
  mask.end();
  const salt = fields.next(tag.context(2)).only().number();
  fields.end();
  if (!isMask1 || maskHash !== hash || salt !== hashLength[hash]) throw new UnsupportedAlgorithm();
  return { name: 'RSA-PSS', hash };
}

function optionalNull(element: Element | undefined): void {
  if (element && element.content.length > 0) throw new Malformed('null');
}
