import { asBytes } from '../bytes/bytes.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { SignatureAlgorithm, Signer } from '../signer.ts';
import { schemeOf } from '../x509/write-signature.ts';

export interface KeySignerOptions {
  /** P-256, P-384, or RSA with SHA-256, as PKCS #1 v1.5 or as PSS. */
  readonly privateKey: CryptoKey;
  /** The signer's own certificate, then that of an intermediate authority under the anchor; DER. */
  readonly certificates: readonly Uint8Array[];
  readonly crypto?: SealCrypto;
}

/** Signs with a key that WebCrypto holds. Throws a TypeError for a key outside the profile. */
export function keySigner(options: KeySignerOptions): Signer {
  const { certificates, crypto = globalThis.crypto, privateKey } = options;
  const algorithm = algorithmOf(privateKey);
  const parameters = { ...schemeOf(algorithm), saltLength: 32 };
  return {
    certificates,
    algorithm,
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(parameters, privateKey, asBytes(data))),
  };
}

function algorithmOf(key: CryptoKey): SignatureAlgorithm {
  const { name } = key.algorithm;
  const curve = 'namedCurve' in key.algorithm ? key.algorithm.namedCurve : undefined;
  const hash = 'hash' in key.algorithm ? key.algorithm.hash : undefined;
  const isSha256 =
    typeof hash === 'object' && hash !== null && 'name' in hash && hash.name === 'SHA-256';
  if (name === 'ECDSA' && curve === 'P-256') return 'ES256';
  if (name === 'ECDSA' && curve === 'P-384') return 'ES384';
  if (name === 'RSASSA-PKCS1-v1_5' && isSha256) return 'RS256';
  if (name === 'RSA-PSS' && isSha256) return 'PS256';
  throw new TypeError(`A key for ${name} in this form cannot seal`);
}
