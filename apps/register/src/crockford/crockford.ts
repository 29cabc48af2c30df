import { randomBytes } from 'node:crypto';

/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U to misread. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkSymbols = `${symbols}*~$=U`;

/** Gives as many random bytes as it is asked for. */
export type RandomBytes = (length: number) => Uint8Array;

/** Random symbols, each with five random bits. */
export function randomSymbols(count: number, random: RandomBytes = randomBytes): string {
  // 256 is a multiple of 32: the lowest five bits of a random byte are as random as it is.
  return Array.from(random(count), (byte) => symbols[byte & 31]).join('');
}

/** Crockford's check symbol: the number that the symbols write, modulo 37. */
export function checkSymbol(text: string): string {
  let remainder = 0;
  for (const symbol of text) remainder = (remainder * 32 + symbols.indexOf(symbol)) % 37;
  return checkSymbols.charAt(remainder);
}

/** Symbols in groups of four, with hyphens between. */
export function grouped(text: string): string {
  return text.replace(/(.{4})(?!$)/g, '$1-');
}
