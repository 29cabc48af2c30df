import type { Bytes } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Cursor } from '../der/reader.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { KeyError } from './key-error.ts';

interface Encryption {
  readonly salt: Bytes;
  readonly iterations: number;
  /** Bits of the AES key. */
  readonly length: 128 | 256;
  readonly iv: Bytes;
  readonly data: Bytes;
}

/**
 * Decrypts an EncryptedPrivateKeyInfo (RFC 5958) with PBES2 (RFC 8018): PBKDF2 with HMAC-SHA-256,
 * and AES-128 or AES-256 in CBC mode, which is what openssl writes by default.
 */
export async function decryptPrivateKey(
  crypto: Crypto,
  bytes: Bytes,
  password: string,
): Promise<Bytes> {
  const { data, iterations, iv, length, salt } = readEncryption(bytes);
  const secret = new TextEncoder().encode(password);
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const cipher = { name: 'AES-CBC', length };
  const key = await crypto.subtle.deriveKey(derivation, base, cipher, false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, data));
  } catch {
    // The padding does not come out; a cause would tell no more.
    throw new KeyError('wrong-secret', 'The password of the key is not the right one');
  }
}

function readEncryption(bytes: Bytes): Encryption {
  try {
    const outer = readDer(bytes).children(tag.sequence);
    const scheme = outer.next().children(tag.sequence);
    const data = outer.next().octets();
    outer.end();
    expectType(scheme, oid.pbes2);
    const parameters = scheme.next().children(tag.sequence);
    const derivation = parameters.next().children(tag.sequence);
    expectType(derivation, oid.pbkdf2);
    const pbkdf2 = derivation.next().children(tag.sequence);
    const salt = pbkdf2.next().octets();
    const iterations = pbkdf2.next().number();
    pbkdf2.optional(tag.integer);
    expectType(pbkdf2.next().children(tag.sequence), oid.hmacSha256);
    const cipher = parameters.next().children(tag.sequence);
    const algorithm = cipher.next().oid();
    if (algorithm !== oid.aes128Cbc && algorithm !== oid.aes256Cbc) {
      throw new Malformed('algorithm');
    }
    const iv = cipher.next().octets();
    return { salt, iterations, length: algorithm === oid.aes128Cbc ? 128 : 256, iv, data };
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    throw new KeyError('key-not-found', 'The key is encrypted in a way that is not known', cause);
  }
}

function expectType(fields: Cursor, type: string): void {
  if (fields.next().oid() !== type) throw new Malformed('algorithm');
}
