import { fromBase64 } from '../bytes/base64url.ts';
import type { Bytes } from '../bytes/bytes.ts';

/** The blocks of a PEM file (RFC 7468) with their labels; text between them is left out. */
export function readPem(text: string): { readonly label: string; readonly bytes: Bytes }[] {
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g);
  return [...blocks].flatMap(([, label = '', base64 = '']) => {
    const bytes = fromBase64(base64.replaceAll(/\s/g, ''));
    return bytes ? [{ label, bytes }] : [];
  });
}
