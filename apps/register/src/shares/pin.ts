import { randomInt, timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '../keys/keyed-hash.ts';

/** A new PIN: six digits, each PIN as likely as any other. */
export function createPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/**
 * What is kept of a PIN: a hash with a key outside the database, since a million PINs are soon
 * tried. The code's hash is mixed in, so that equal PINs of two shares do not look equal.
 */
export function hashPin(hash: KeyedHash, codeHash: Uint8Array, pin: string): Uint8Array {
  return hash.digest('share-pin', `${Buffer.from(codeHash).toString('hex')} ${pin}`);
}

/** Compares in constant time. */
export function isSamePin(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
