import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';

/** A public key with which an institution signs its assertions (ES256), as it is published. */
export interface InstitutionKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  /** Its thumbprint (RFC 7638). */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/** A file that holds no public key that can be used. */
export class PublicKeyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PublicKeyError';
  }
}

/**
 * Reads a public key on P-256, written in PEM or as a JWK.
 *
 * @throws {PublicKeyError} for anything else; a private key above all, which nobody may hand over.
 */
export async function readPublicKey(text: string): Promise<InstitutionKey> {
  if (/PRIVATE KEY/.test(text)) throw privateKey();
  const { crv, kty, x, y } = toKeyObject(text).export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) {
    throw new PublicKeyError('The key must be on the curve P-256 (ES256).');
  }
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

function toKeyObject(text: string): KeyObject {
  try {
    if (!text.trimStart().startsWith('{')) return createPublicKey(text);
    const jwk = JSON.parse(text) as JsonWebKey;
    if ('d' in jwk) throw privateKey();
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    if (error instanceof PublicKeyError) throw error;
    throw new PublicKeyError('The file holds no public key in PEM or as a JWK.');
  }
}

function privateKey(): PublicKeyError {
  return new PublicKeyError(
    'The file holds a private key, which must stay with the institution: ask for the public one, and hold this one to be lost.',
  );
}
