import { createHmac } from 'node:crypto';
import type { SecretKey, SecretRing } from './key-ring.ts';

/** Finds what may not be stored readable: the same text always gives the same hash. */
export interface KeyedHash {
  readonly keyId: string;
  /** `purpose` keeps hashes of different things apart, so that one tells nothing of another. */
  digest(purpose: string, text: string): Uint8Array;
}

/**
 * The hash under each key. What is stored is under the key in use; what is looked for may be under
 * any.
 */
export interface KeyedHashes {
  current(): KeyedHash;
  /** Under every key, the one in use first. */
  all(): readonly KeyedHash[];
  /** Under the key that comes into use after all others, in use or not. */
  last(): KeyedHash;
}

/** HMAC-SHA-256 (RFC 2104). */
export function createKeyedHashes(keys: SecretRing): KeyedHashes {
  const hashes = new Map(keys.all().map((key) => [key, createKeyedHash(key)]));
  const hashOf = (key: SecretKey) => hashes.get(key) ?? createKeyedHash(key);
  return {
    current: () => hashOf(keys.current()),
    all: () => keys.all().map(hashOf),
    last: () => hashOf(keys.last()),
  };
}

function createKeyedHash({ id, secret }: SecretKey): KeyedHash {
  return {
    keyId: id,
    digest: (purpose, text) => createHmac('sha256', secret).update(`${purpose}\0${text}`).digest(),
  };
}
