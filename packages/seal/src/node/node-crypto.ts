import { constants, createHash, KeyObject, sign, verify, type webcrypto } from 'node:crypto';
import type { SealCrypto, SignatureParameters } from '../seal-crypto.ts';

/**
 * WebCrypto's digests and signatures, made in the calling thread. To hand each of them to another
 * thread and back, as `crypto.subtle` of Node does, takes longer than most of them take: than all but
 * the digest of a whole file and the signature of an RSA key. So whoever seals or verifies many files
 * gives this as `crypto`, where nobody waits for the thread or the keys are of an elliptic curve.
 *
 * It signs with keys that are extractable.
 */
export function createNodeCrypto(): SealCrypto {
  const keyObjects = new WeakMap<CryptoKey, KeyObject>();

  function keyWith(parameters: SignatureParameters, key: CryptoKey) {
    const keyObject = keyObjects.get(key) ?? KeyObject.from(key as webcrypto.CryptoKey);
    keyObjects.set(key, keyObject);
    return { key: keyObject, ...encodingOf(parameters) };
  }

  return {
    subtle: {
      async digest(hash, data) {
        return toBuffer(createHash(hash).update(data).digest());
      },
      // A key that may not be exported cannot become a KeyObject.
      importKey: (format, key, algorithm, _extractable, usages) =>
        globalThis.crypto.subtle.importKey(format, key, algorithm, true, usages),
      async sign(parameters, key, data) {
        return toBuffer(sign(parameters.hash, data, keyWith(parameters, key)));
      },
      async verify(parameters, key, signature, data) {
        return verify(parameters.hash, data, keyWith(parameters, key), signature);
      },
    },
  };
}

function encodingOf({ name, saltLength }: SignatureParameters) {
  switch (name) {
    case 'ECDSA':
      return { dsaEncoding: 'ieee-p1363' } as const;
    case 'RSA-PSS':
      return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
    case 'RSASSA-PKCS1-v1_5':
      return { padding: constants.RSA_PKCS1_PADDING };
  }
}

/** Node's own buffers are often parts of a larger one. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
