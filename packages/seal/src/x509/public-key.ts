import type { Bytes } from '../bytes/bytes.ts';
import { toHex } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { SignatureScheme } from './algorithms.ts';
import { hashLength, UnsupportedAlgorithm } from './algorithms.ts';

type Curve = 'P-256' | 'P-384';

/** A public key that the profile allows (RFC 5480, RFC 3279). */
export type PublicKey = {
  readonly info: Bytes;
  /** WebCrypto's handles for this key by scheme: to import takes as long as to verify. */
  readonly imported: Map<string, Promise<CryptoKey>>;
} & ({ readonly type: 'EC'; readonly curve: Curve } | { readonly type: 'RSA' });

/** The orders of the curves' groups, in hexadecimal: both numbers of a signature are smaller. */
const orders: Readonly<Record<Curve, string>> = {
  'P-256': 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  'P-384':
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
};

/** Bits of an RSA modulus: enough, and not so many that checking takes long. */
const rsaBits = { least: 3072, most: 8192 };

/** Reads a SubjectPublicKeyInfo. */
export function readPublicKey(info: Element): PublicKey {
  const fields = info.children(tag.sequence);
  const algorithm = fields.next().children(tag.sequence);
  const key = fields.next().bits();
  fields.end();
  const identifier = algorithm.next().oid();
  if (identifier === oid.ecPublicKey) {
    const curve = readCurve(algorithm.next().oid());
    algorithm.end();
    // WebCrypto need not know compressed points, and checks that the point lies on the curve.
    if (key[0] !== 4) throw new UnsupportedAlgorithm();
    return { type: 'EC', curve, info: info.bytes, imported: new Map() };
  }
  if (identifier !== oid.rsaEncryption) throw new UnsupportedAlgorithm();
  algorithm.next(tag.null);
  algorithm.end();
  checkRsaSize(key);
  return { type: 'RSA', info: info.bytes, imported: new Map() };
}

function readCurve(identifier: string): Curve {
  if (identifier === oid.p256) return 'P-256';
  if (identifier === oid.p384) return 'P-384';
  throw new UnsupportedAlgorithm();
}

function checkRsaSize(key: Bytes): void {
  const numbers = readDer(key).children(tag.sequence);
  const modulus = numbers.next().integer();
  const exponent = numbers.next().number();
  numbers.end();
  const positive = modulus[0] === 0 ? modulus.subarray(1) : modulus;
  const bits = positive.length * 8 - (Math.clz32(positive[0] ?? 0) - 24);
  if (modulus[0] !== 0 && (modulus[0] ?? 0) > 127) throw new Malformed('integer');
  if (bits < rsaBits.least || bits > rsaBits.most || exponent !== 65537) {
    throw new UnsupportedAlgorithm();
  }
}

/** Whether `signature` is that of `key` over `data`; a key of another type throws. */
export async function verifySignature(
  crypto: SealCrypto,
  key: PublicKey,
  scheme: SignatureScheme,
  signature: Bytes,
  data: Bytes,
): Promise<boolean> {
  const value = key.type === 'EC' ? ecdsaValue(signature, key.curve) : signature;
  return value !== undefined && verifyRawSignature(crypto, key, scheme, value, data);
}

/** The same for the form that WebCrypto and JSON Web Signatures use: r and s side by side. */
export async function verifyRawSignature(
  crypto: SealCrypto,
  key: PublicKey,
  scheme: SignatureScheme,
  signature: Bytes,
  data: Bytes,
): Promise<boolean> {
  if ((key.type === 'EC') !== (scheme.name === 'ECDSA')) throw new UnsupportedAlgorithm();
  const parameters = { ...scheme, saltLength: hashLength[scheme.hash] };
  return crypto.subtle.verify(parameters, await importKey(crypto, key, scheme), signature, data);
}

function importKey(
  crypto: SealCrypto,
  key: PublicKey,
  scheme: SignatureScheme,
): Promise<CryptoKey> {
  const use = `${scheme.name} ${scheme.hash}`;
  const known = key.imported.get(use);
  if (known) return known;
  const algorithm =
    key.type === 'EC' ? { name: scheme.name, namedCurve: key.curve } : { ...scheme };
  const imported = crypto.subtle
    .importKey('spki', key.info, algorithm, false, ['verify'])
    .catch((error: unknown) => {
      // A point that is not on the curve, and the like.
      const isBadKey = error instanceof Error && error.name === 'DataError';
      throw isBadKey ? new UnsupportedAlgorithm() : error;
    });
  key.imported.set(use, imported);
  return imported;
}

/** From the DER of ECDSA-Sig-Value (RFC 3279) to r and s side by side, as WebCrypto takes them. */
function ecdsaValue(signature: Bytes, curve: Curve): Bytes | undefined {
  const order = orders[curve];
  const size = order.length / 2;
  const value = new Uint8Array(size * 2);
  const numbers = readDer(signature).children(tag.sequence);
  for (const half of [0, 1]) {
    const number = numbers.next().integer();
    if ((number[0] ?? 0) > 127) return undefined;
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (digits.length === 0 || digits.length > size) return undefined;
    value.set(digits, (half + 1) * size - digits.length);
    if (toHex(value.subarray(half * size, (half + 1) * size)) >= order) return undefined;
  }
  numbers.end();
  return value;
}
