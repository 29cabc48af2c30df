import type { Bytes } from '../bytes/bytes.ts';
import { asBytes } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { tag } from '../der/reader.ts';
import { encode, integer, nothing, objectIdentifier, sequence } from '../der/writer.ts';
import type { SignatureAlgorithm, Signer } from '../signer.ts';
import type { Hash, SignatureScheme } from './algorithms.ts';

const hashes = {
  'SHA-256': oid.sha256,
  'SHA-384': oid.sha384,
  'SHA-512': oid.sha512,
} as const satisfies Record<Hash, string>;

const digests = {
  ES256: 'SHA-256',
  ES384: 'SHA-384',
  RS256: 'SHA-256',
  PS256: 'SHA-256',
} as const satisfies Record<SignatureAlgorithm, Hash>;

/** The hash that belongs to an algorithm. */
export function hashOf(algorithm: SignatureAlgorithm): Hash {
  return digests[algorithm];
}

const names = {
  ES256: 'ECDSA',
  ES384: 'ECDSA',
  RS256: 'RSASSA-PKCS1-v1_5',
  PS256: 'RSA-PSS',
} as const satisfies Record<SignatureAlgorithm, SignatureScheme['name']>;

/** How signatures of an algorithm are verified. */
export function schemeOf(algorithm: SignatureAlgorithm): SignatureScheme {
  return { name: names[algorithm], hash: digests[algorithm] };
}

/** The AlgorithmIdentifier of a hash, without parameters (RFC 5754, section 2). */
export function writeHash(hash: Hash): Bytes {
  return sequence(objectIdentifier(hashes[hash]));
}

/** The AlgorithmIdentifier of a signature. */
export function writeScheme(algorithm: SignatureAlgorithm): Bytes {
  switch (algorithm) {
    case 'ES256':
      return sequence(objectIdentifier(oid.ecdsaSha256));
    case 'ES384':
      return sequence(objectIdentifier(oid.ecdsaSha384));
    case 'RS256':
      return sequence(objectIdentifier(oid.rsaSha256), nothing);
    case 'PS256':
      return sequence(objectIdentifier(oid.rsaPss), pssParameters());
  }
}

/** The same as the CMS of a timestamp names it: RSA with PKCS #1 v1.5 without its hash. */
export function writePlainScheme(algorithm: SignatureAlgorithm): Bytes {
  return algorithm === 'RS256'
    ? sequence(objectIdentifier(oid.rsaEncryption), nothing)
    : writeScheme(algorithm);
}

/** RSASSA-PSS-params with SHA-256 throughout and a salt of 32 bytes (RFC 4055, section 3.1). */
function pssParameters(): Bytes {
  const hash = writeHash('SHA-256');
  return sequence(
    encode(tag.context(0), hash),
    encode(tag.context(1), sequence(objectIdentifier(oid.maskGeneration1), hash)),
    encode(tag.context(2), integer(32)),
  );
}

/** Signs `data` and gives the signature as certificates, lists and CMS carry it. */
export async function writeSignature(
  signer: Pick<Signer, 'algorithm' | 'sign'>,
  data: Bytes,
): Promise<Bytes> {
  const signature = asBytes(await signer.sign(data));
  if (signer.algorithm === 'RS256' || signer.algorithm === 'PS256') return signature;
  const half = signature.length / 2;
  return sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
}
