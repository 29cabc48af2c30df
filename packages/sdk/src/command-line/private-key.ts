import type { Words } from './language.ts';
import { UsageError } from './terminal.ts';

/** A key to sign with, and its name if it has one. */
export interface PrivateKey {
  readonly key: CryptoKey;
  readonly id?: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/**
 * Reads a P-256 key: PKCS #8 as PEM (RFC 7468), or a JWK (RFC 7517).
 *
 * @throws UsageError when the text is anything else; the message has nothing of it.
 */
export async function readPrivateKey(text: string, words: Words): Promise<PrivateKey> {
  try {
    return text.trimStart().startsWith('{') ? await readJwk(text) : await readPem(text);
  } catch {
    throw new UsageError(words.keyInvalid);
  }
}

async function readJwk(text: string): Promise<PrivateKey> {
  const { crv, d, kid, kty, x, y }: JsonWebKey & { kid?: string } = JSON.parse(text);
  const jwk = Object.fromEntries(Object.entries({ crv, d, kty, x, y }).filter(([, part]) => part));
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
  return { key, ...(kid !== undefined && { id: kid }) };
}

async function readPem(text: string): Promise<PrivateKey> {
  const pattern = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/;
  const [, base64 = ''] = pattern.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  return { key: await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']) };
}
