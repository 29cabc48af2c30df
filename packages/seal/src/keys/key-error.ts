/** Why a key cannot be used. */
export type KeyErrorCode =
  /** The file, or the token, holds no key in a form that is known. */
  | 'key-not-found'
  /** The key is not of the profile: P-256, P-384, or RSA. */
  | 'key-not-allowed'
  /** The password or the PIN is not the right one. */
  | 'wrong-secret'
  /** The key is not that of the first certificate, or a seal may not carry the others. */
  | 'key-mismatch'
  /** The library of the HSM could not be loaded, or answered with an error. */
  | 'token-failed';

/** Thrown when a key cannot be used. Says nothing of the key, and no password or PIN. */
export class KeyError extends Error {
  readonly code: KeyErrorCode;
  constructor(code: KeyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'KeyError';
    this.code = code;
  }
}
