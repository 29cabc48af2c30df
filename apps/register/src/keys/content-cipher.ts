import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { KeyMissingError, type SecretRing } from './key-ring.ts';

/** Where a ciphertext belongs. It can be opened nowhere else. */
export interface ContentPlace {
  readonly table: string;
  /** The key of the row, such as a diploma's id. */
  readonly row: string;
  /** The version of the row's content, where it has versions. */
  readonly version?: number;
}

/** A ciphertext as it is kept: with the name of the key that opens it. */
export interface EncryptedContent {
  readonly content: Uint8Array;
  readonly contentKeyId: string;
}

/** Encrypts personal content before it is stored. */
export interface ContentCipher {
  /** The key under which content is encrypted now. */
  currentKeyId(): string;
  encrypt(plaintext: string | Uint8Array, place: ContentPlace): EncryptedContent;
  /**
   * @throws {KeyMissingError} when its key is not here.
   * @throws when the content was changed, or moved to another place.
   */
  decrypt(encrypted: EncryptedContent, place: ContentPlace): string;
  /** The same, of what was not text. */
  decryptBytes(encrypted: EncryptedContent, place: ContentPlace): Buffer;
}

const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM with a random nonce of 96 bits: nonce, ciphertext, tag. The associated data binds
 * table, row, version and key id. The key in use encrypts; all of them decrypt.
 */
export function createContentCipher(keys: SecretRing): ContentCipher {
  const nextNonce = createNonces();

  function decryptBytes({ content, contentKeyId }: EncryptedContent, place: ContentPlace): Buffer {
    const key = keys.find(contentKeyId);
    if (key === undefined) throw new KeyMissingError('content', contentKeyId);
    const nonce = content.subarray(0, nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, {
      authTagLength: tagLength,
    });
    decipher.setAAD(associatedData(place, contentKeyId));
    decipher.setAuthTag(content.subarray(-tagLength));
    const ciphertext = content.subarray(nonceLength, -tagLength);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  }

  return {
    currentKeyId: () => keys.current().id,
    encrypt(plaintext, place) {
      const current = keys.current();
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', current.secret, nonce);
      cipher.setAAD(associatedData(place, current.id));
      const content = Buffer.concat([
        nonce,
        typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return { content, contentKeyId: current.id };
    },
    decrypt: (encrypted, place) => decryptBytes(encrypted, place).toString('utf8'),
    decryptBytes,
  };
}

/** Random nonces, each given out once. Drawn many at a time: one by one takes longer than to encrypt. */
function createNonces(): () => Uint8Array {
  const stock = Buffer.alloc(nonceLength * 1_024);
  let next = stock.length;
  return () => {
    if (next === stock.length) {
      randomFillSync(stock);
      next = 0;
    }
    next += nonceLength;
    return Buffer.from(stock.subarray(next - nonceLength, next));
  };
}

function associatedData({ table, row, version }: ContentPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([table, row, version ?? null, keyId]));
}
