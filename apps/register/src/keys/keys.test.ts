import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createContentCipher } from './content-cipher.ts';
import { createKeyRing, type SecretKey } from './key-ring.ts';
import { createKeyedHashes } from './keyed-hash.ts';

const noon = new Date('2026-11-23T12:00:00Z');
const key = (id: string, usedFrom?: string): SecretKey => ({
  id,
  secret: createSecretKey(randomBytes(32)),
  ...(usedFrom !== undefined && { usedFrom: new Date(usedFrom) }),
});
const ring = (first: SecretKey, ...others: SecretKey[]) =>
  createKeyRing([first, ...others], () => noon);
const place = { table: 'diploma_versions', row: 'a', version: 1 };

describe('encrypted content', () => {
  const one = key('one');
  const cipher = createContentCipher(ring(one));

  test('opens in its own place', () => {
    const encrypted = cipher.encrypt('Zoë', place);

    expect(encrypted.contentKeyId).toBe('one');
    expect(Buffer.from(encrypted.content).includes('Zo')).toBe(false);
    expect(cipher.decrypt(encrypted, place)).toBe('Zoë');
  });

  test('holds bytes that are no text', () => {
    const bytes = Uint8Array.of(0, 0xff, 0x80, 0x0a);

    expect(cipher.decryptBytes(cipher.encrypt(bytes, place), place)).toEqual(Buffer.from(bytes));
  });

  test('is another text each time', () => {
    expect(cipher.encrypt('Zoë', place).content).not.toEqual(cipher.encrypt('Zoë', place).content);
  });

  test.each([
    ['table', { ...place, table: 'holders' }],
    ['row', { ...place, row: 'b' }],
    ['version', { ...place, version: 2 }],
  ])('does not open in another %s', (_name, other) => {
    const encrypted = cipher.encrypt('Zoë', place);

    expect(() => cipher.decrypt(encrypted, other)).toThrow();
  });

  test('does not open when one bit of it was changed', () => {
    const { content, contentKeyId } = cipher.encrypt('Zoë', place);
    for (const at of content.keys()) {
      const changed = Uint8Array.from(content, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => cipher.decrypt({ content: changed, contentKeyId }, place)).toThrow();
    }
  });

  test('opens after a new key came into use, and not without its own', () => {
    const encrypted = cipher.encrypt('Zoë', place);
    const rotated = createContentCipher(ring(key('two', '2026-11-23T11:59:59Z'), one));

    expect(rotated.decrypt(encrypted, place)).toBe('Zoë');
    expect(rotated.encrypt('Zoë', place).contentKeyId).toBe('two');
    expect(() => createContentCipher(ring(key('two'))).decrypt(encrypted, place)).toThrow(
      /missing/,
    );
  });
});

test('a keyed hash is the same for the same text, purpose and key alone', () => {
  const hash = createKeyedHashes(ring(key('one'))).current();
  const digest = hash.digest('bsn', '999990019');

  expect(digest).toHaveLength(32);
  expect(hash.digest('bsn', '999990019')).toEqual(digest);
  expect(hash.digest('pin', '999990019')).not.toEqual(digest);
  expect(hash.digest('bsn', '999990020')).not.toEqual(digest);
  expect(
    createKeyedHashes(ring(key('two')))
      .current()
      .digest('bsn', '999990019'),
  ).not.toEqual(digest);
});

test('a key comes into use at its moment, and can be looked for before and after', () => {
  let now = new Date('2026-11-23T12:00:00Z');
  const keys = createKeyRing(
    [key('later', '2026-11-23T12:01:00Z'), key('one'), key('before')],
    () => now,
  );
  const hashes = createKeyedHashes(keys);
  const ids = () => hashes.all().map(({ keyId }) => keyId);

  expect(hashes.current().keyId).toBe('one');
  expect(ids()).toEqual(['one', 'later', 'before']);
  expect(hashes.last().keyId).toBe('later');
  now = new Date('2026-11-23T12:01:00Z');
  expect(hashes.current().keyId).toBe('later');
  expect(ids()).toEqual(['later', 'one', 'before']);
  expect(hashes.last().keyId).toBe('later');
});
