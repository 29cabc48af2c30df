/** What Crockford's base32 reads for letters that look like a digit. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const codePattern = /^[0-9A-HJKMNP-TV-Z]{20}$/;

/**
 * Reads a share code as people type and paste it: in lower case, with spaces, without hyphens, with
 * an O for a zero, or inside the link it came with.
 *
 * @returns the code as the contract writes it, or nothing when it cannot be one.
 */
export function readShareCode(typed: string): string | undefined {
  const symbols = typed
    .slice(typed.lastIndexOf('#') + 1)
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/[OIL]/g, (letter) => lookAlikes[letter] ?? letter);
  if (!codePattern.test(symbols)) return undefined;
  return symbols.replace(/.{4}(?=.)/g, '$&-');
}

/** Reads a PIN: six digits, with or without spaces. */
export function readPin(typed: string): string | undefined {
  const digits = typed.replace(/[\s\p{Dash}]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}
