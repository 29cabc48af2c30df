import { checkSymbol, grouped, type RandomBytes, randomSymbols } from '../crockford/crockford.ts';

/**
 * The number of an extract: `DR-`, twelve random symbols of Crockford's base32 in groups of four,
 * and their check symbol: `DR-7K3M-9QXA-T2VD-H`.
 */
export type ExtractNumber = string & { readonly brand: unique symbol };

const form = /^DR-([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})-([0-9A-HJKMNP-TV-Z*~$=U])$/;

/** A new number, of 60 random bits. */
export function createExtractNumber(random?: RandomBytes): ExtractNumber {
  const symbols = randomSymbols(12, random);
  return `DR-${grouped(symbols)}-${checkSymbol(symbols)}` as ExtractNumber;
}

/**
 * Reads a number as somebody typed it: in any case, with or without hyphens and spaces, with O for
 * 0 and I or L for 1. Undefined when it is none, or when a symbol was mistyped.
 */
export function parseExtractNumber(text: string): ExtractNumber | undefined {
  const typed = text.toUpperCase().replace(/[\s-]/g, '');
  if (!typed.startsWith('DR') || typed.length !== 15) return undefined;
  const symbols = typed.slice(2, -1).replaceAll('O', '0').replace(/[IL]/g, '1');
  const number = `DR-${grouped(symbols)}-${typed.slice(-1)}`;
  return isExtractNumber(number) ? number : undefined;
}

/** Whether a text is a number as this register writes it, check symbol and all. */
export function isExtractNumber(text: string): text is ExtractNumber {
  const [, symbols, check] = form.exec(text) ?? [];
  return symbols !== undefined && checkSymbol(symbols.replaceAll('-', '')) === check;
}
