import type { ShareSecrets } from './options.ts';
import { Finding } from './reasons.ts';

/**
 * Reads a code and a PIN as people type them: case, spaces and hyphens do not matter, and letters
 * that Crockford's base32 leaves out count as the digits that they look like.
 *
 * @throws Finding when it cannot be a code or a PIN.
 */
export function readSecrets({ pin, shareCode }: ShareSecrets): ShareSecrets {
  const symbols = shareCode
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{20}$/.test(symbols)) throw new Finding('share-code-malformed');
  const digits = pin.replaceAll(/[\s\p{Dash_Punctuation}]/gu, '');
  if (!/^[0-9]{6}$/.test(digits)) throw new Finding('pin-malformed');
  return { shareCode: symbols.match(/.{4}/g)?.join('-') ?? symbols, pin: digits };
}
