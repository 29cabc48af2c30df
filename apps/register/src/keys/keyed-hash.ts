import { createHmac, createSecretKey } from 'node:crypto';
import type { SecretKey } from './content-cipher.ts';

/** Finds what may not be stored readable: the same text always gives the same hash. */
export interface KeyedHash {
  readonly keyId: string;
  /** `purpose` keeps hashes of different things apart, so that one tells nothing of another. */
  digest(purpose: string, text: string): Uint8Array;
}

/** HMAC-SHA-256 (RFC 2104). */
export function createKeyedHash({ id, secret }: SecretKey): KeyedHash {
  const key = createSecretKey(secret);
  return {
    keyId: id,
    digest: (purpose, text) => createHmac('sha256', key).update(`${purpose}\0${text}`).digest(),
  };
}
