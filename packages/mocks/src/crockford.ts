const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of Crockford's base32, 5 random bits each. */
export function randomSymbols(count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}

/** Crockford's check symbol: the number modulo 37. */
export function checkSymbol(symbols: string): string {
  const all = `${alphabet}*~$=U`;
  let remainder = 0;
  for (const symbol of symbols) remainder = (remainder * 32 + all.indexOf(symbol)) % 37;
  return all.charAt(remainder);
}

/** Groups of four with hyphens between. */
export function inGroups(symbols: string): string {
  return symbols.match(/.{4}/g)?.join('-') ?? symbols;
}

/** A random number of an extract: `DR-7K3M-9QXA-T2VD-H`. */
export function randomExtractNumber(): string {
  const symbols = randomSymbols(12);
  return `DR-${inGroups(symbols)}-${checkSymbol(symbols)}`;
}

/** A random code of a share. */
export function randomShareCode(): string {
  return inGroups(randomSymbols(20));
}

/** A random PIN of six digits. */
export function randomPin(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, '0');
}
