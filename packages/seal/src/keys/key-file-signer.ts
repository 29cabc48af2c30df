import type { Bytes } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import type { SignatureAlgorithm, Signer } from '../signer.ts';
import { checkSigner } from './check-signer.ts';
import { decryptPrivateKey } from './encrypted-private-key.ts';
import { KeyError } from './key-error.ts';
import { keySigner } from './key-signer.ts';
import { readPem } from './pem.ts';

export interface KeyFileSignerOptions {
  /** PEM with one key in PKCS #8: `PRIVATE KEY`, or `ENCRYPTED PRIVATE KEY` as openssl writes it. */
  readonly key: string;
  /** For a key that is encrypted. */
  readonly password?: string;
  /** PEM or DER: the signer's own certificate, then that of an intermediate authority under the anchor. */
  readonly certificates: string | readonly Uint8Array[];
  /** How an RSA key signs; `RS256` when left out. */
  readonly rsa?: 'RS256' | 'PS256';
  readonly crypto?: Crypto;
}

/**
 * Signs with a key from a file: P-256, P-384, or RSA of 3072 bits or more.
 *
 * @throws KeyError for a file without such a key, a wrong password, or another certificate.
 */
export async function keyFileSigner(options: KeyFileSignerOptions): Promise<Signer> {
  const { crypto = globalThis.crypto, key, password, rsa = 'RS256' } = options;
  const privateKeyInfo = await readPrivateKey(crypto, key, password);
  const algorithm = importParameters[algorithmOf(privateKeyInfo, rsa)];
  const privateKey = await crypto.subtle
    .importKey('pkcs8', privateKeyInfo, algorithm, false, ['sign'])
    .catch((cause: unknown) => {
      throw new KeyError('key-not-found', 'The file holds no key that can be read', cause);
    });
  const { certificates } = options;
  const chain =
    typeof certificates === 'string'
      ? readPem(certificates).flatMap(({ bytes, label }) =>
          label === 'CERTIFICATE' ? [bytes] : [],
        )
      : certificates;
  return checkSigner(crypto, keySigner({ privateKey, certificates: chain, crypto }));
}

const importParameters = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
} as const satisfies Record<SignatureAlgorithm, EcKeyImportParams | RsaHashedImportParams>;

async function readPrivateKey(
  crypto: Crypto,
  text: string,
  password: string | undefined,
): Promise<Bytes> {
  for (const { bytes, label } of readPem(text)) {
    if (label === 'PRIVATE KEY') return bytes;
    if (label !== 'ENCRYPTED PRIVATE KEY') continue;
    if (password === undefined) throw new KeyError('wrong-secret', 'The key needs a password');
    return decryptPrivateKey(crypto, bytes, password);
  }
  throw new KeyError('key-not-found', 'The file holds no key in PKCS #8');
}

/** From the algorithm of a PrivateKeyInfo (RFC 5208, section 5). */
function algorithmOf(privateKeyInfo: Bytes, rsa: 'RS256' | 'PS256'): SignatureAlgorithm {
  try {
    const fields = readDer(privateKeyInfo).children(tag.sequence);
    fields.next(tag.integer);
    const algorithm = fields.next().children(tag.sequence);
    const type = algorithm.next().oid();
    if (type === oid.rsaEncryption) return rsa;
    const curve = type === oid.ecPublicKey ? algorithm.next().oid() : undefined;
    if (curve === oid.p256) return 'ES256';
    if (curve === oid.p384) return 'ES384';
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    throw new KeyError('key-not-found', 'The file holds no key that can be read', cause);
  }
  throw new KeyError('key-not-allowed', 'The key is of a kind that cannot seal');
}
