import type { Bytes } from './bytes.ts';
import { fromLatin1, toLatin1 } from './bytes.ts';

/** Base64url without padding (RFC 7515, section 2). */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads unpadded base64url; undefined for anything else. */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(toLatin1(bytes));
}

/** Reads base64, with or without padding; undefined for anything else. */
export function fromBase64(text: string): Bytes | undefined {
  try {
    return fromLatin1(atob(text));
  } catch {
    return undefined;
  }
}
