export type { KeyErrorCode } from './keys/key-error.ts';
export { KeyError } from './keys/key-error.ts';
export type { Pkcs11Signer, Pkcs11SignerOptions } from './keys/pkcs11-signer.ts';
export { pkcs11Signer } from './keys/pkcs11-signer.ts';
