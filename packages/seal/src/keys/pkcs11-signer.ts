import { createRequire } from 'node:module';
import { asBytes } from '../bytes/bytes.ts';
import type { SignatureAlgorithm, Signer } from '../signer.ts';
import { hashOf } from '../x509/write-signature.ts';
import { checkSigner } from './check-signer.ts';
import { KeyError } from './key-error.ts';

export interface Pkcs11SignerOptions {
  /** Where the PKCS #11 library of the HSM lies. */
  readonly library: string;
  /** The labels of the token and of the private key in it. */
  readonly token: string;
  readonly key: string;
  readonly pin: string;
  readonly algorithm: SignatureAlgorithm;
  /** The signer's own certificate, then that of an intermediate authority under the anchor; DER. */
  readonly certificates: readonly Uint8Array[];
  readonly crypto?: Crypto;
}

/** A signer whose key lies in an HSM. */
export interface Pkcs11Signer extends Signer {
  /** Ends the session with the token. */
  close(): void;
}

type Pkcs11 = typeof import('pkcs11js');

/** Room for the longest signature, that of RSA with 8192 bits. */
const mostBytes = 1024;

/**
 * Signs with a key in an HSM by PKCS #11 (version 2.40). For Node only; needs the package
 * `pkcs11js`, an optional peer of this one.
 *
 * @throws KeyError when the library, the token or the key is not there, the PIN is wrong, or the
 *   key is not that of the certificate.
 */
export async function pkcs11Signer(options: Pkcs11SignerOptions): Promise<Pkcs11Signer> {
  const { algorithm, certificates, crypto = globalThis.crypto } = options;
  const pkcs11 = attempt<Pkcs11>(() => createRequire(import.meta.url)('pkcs11js'));
  const token = attempt(() => openToken(pkcs11, options));
  const { key, module, session } = token;
  const mechanism = mechanismOf(pkcs11, algorithm);
  let previous: Promise<unknown> = Promise.resolve();

  const signNow = async (data: Uint8Array): Promise<Uint8Array> => {
    // ECDSA comes without a hash in PKCS #11; the mechanisms of RSA make their own.
    const isEcdsa = algorithm === 'ES256' || algorithm === 'ES384';
    const input = isEcdsa ? await crypto.subtle.digest(hashOf(algorithm), asBytes(data)) : data;
    attempt(() => module.C_SignInit(session, mechanism, key));
    const room = Buffer.alloc(mostBytes);
    const signed = module.C_SignAsync(session, Buffer.from(new Uint8Array(input)), room);
    return new Uint8Array(await signed.catch(fail));
  };

  const signer: Pkcs11Signer = {
    algorithm,
    certificates,
    sign(data) {
      // A session does one thing at a time.
      const signature = previous.then(() => signNow(data));
      previous = signature.catch(() => {});
      return signature;
    },
    close: token.close,
  };
  try {
    await checkSigner(crypto, signer);
    return signer;
  } catch (error) {
    token.close();
    throw error;
  }
}

function openToken(pkcs11: Pkcs11, options: Pkcs11SignerOptions) {
  const module = new pkcs11.PKCS11();
  module.load(options.library);
  // Another signer in this process may have begun with the library.
  unless(pkcs11.CKR_CRYPTOKI_ALREADY_INITIALIZED, () => module.C_Initialize());
  const slot = module
    .C_GetSlotList(true)
    .find((candidate) => module.C_GetTokenInfo(candidate).label.trim() === options.token);
  if (!slot) throw new KeyError('key-not-found', 'There is no such token');
  const session = module.C_OpenSession(slot, pkcs11.CKF_SERIAL_SESSION);
  const close = () => {
    module.C_CloseSession(session);
    module.close();
  };
  try {
    unless(pkcs11.CKR_USER_ALREADY_LOGGED_IN, () =>
      module.C_Login(session, pkcs11.CKU_USER, options.pin),
    );
    module.C_FindObjectsInit(session, [
      { type: pkcs11.CKA_CLASS, value: pkcs11.CKO_PRIVATE_KEY },
      { type: pkcs11.CKA_LABEL, value: options.key },
    ]);
    const [key, ...more] = module.C_FindObjects(session, 2);
    module.C_FindObjectsFinal(session);
    if (!key || more.length > 0) {
      throw new KeyError('key-not-found', 'The token does not hold one key with this label');
    }
    return { module, session, key, close };
  } catch (error) {
    close();
    throw codeOf(error) === pkcs11.CKR_PIN_INCORRECT
      ? new KeyError('wrong-secret', 'The PIN of the token is not the right one')
      : error;
  }
}

function mechanismOf(pkcs11: Pkcs11, algorithm: SignatureAlgorithm) {
  switch (algorithm) {
    case 'ES256':
    case 'ES384':
      return { mechanism: pkcs11.CKM_ECDSA };
    case 'RS256':
      return { mechanism: pkcs11.CKM_SHA256_RSA_PKCS };
    case 'PS256': {
      const parameter = {
        type: pkcs11.CK_PARAMS_RSA_PSS,
        hashAlg: pkcs11.CKM_SHA256,
        mgf: pkcs11.CKG_MGF1_SHA256,
        saltLen: 32,
      };
      return { mechanism: pkcs11.CKM_SHA256_RSA_PKCS_PSS, parameter };
    }
  }
}

function unless(code: number, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    return fail(error);
  }
}

function fail(cause: unknown): never {
  if (cause instanceof KeyError) throw cause;
  throw new KeyError('token-failed', 'The HSM, or its library, did not do what was asked', cause);
}
