import type { Bytes } from './bytes/bytes.ts';
import type { Hash, SignatureScheme } from './x509/algorithms.ts';

/** How a signature is made or verified; the length of the salt, in bytes, matters to RSA-PSS only. */
export interface SignatureParameters extends SignatureScheme {
  readonly saltLength: number;
}

/** What sealing and verifying ask of WebCrypto; the `crypto` of every runtime has it. */
export interface SealCrypto {
  readonly subtle: {
    digest(hash: Hash, data: Bytes): Promise<ArrayBuffer>;
    importKey(
      format: 'pkcs8' | 'spki',
      key: Bytes,
      algorithm: EcKeyImportParams | RsaHashedImportParams,
      extractable: boolean,
      usages: KeyUsage[],
    ): Promise<CryptoKey>;
    sign(parameters: SignatureParameters, key: CryptoKey, data: Bytes): Promise<ArrayBuffer>;
    verify(
      parameters: SignatureParameters,
      key: CryptoKey,
      signature: Bytes,
      data: Bytes,
    ): Promise<boolean>;
  };
}
