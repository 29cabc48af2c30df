import { createHash } from 'node:crypto';
import { grouped, type RandomBytes, randomSymbols } from '../crockford/crockford.ts';

/** A new share code: twenty symbols of Crockford's base32 in groups of four, 100 random bits. */
export function createShareCode(random?: RandomBytes): string {
  return grouped(randomSymbols(20, random));
}

/**
 * What is kept of a share code: its SHA-256. No key is needed: nobody can try 2^100 codes.
 */
export function hashShareCode(code: string): Uint8Array {
  return createHash('sha256').update(code).digest();
}
