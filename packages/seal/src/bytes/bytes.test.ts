import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';
import { equal, isZero, sameSpan } from './bytes.ts';

describe('bytes', () => {
  it('are equal only if all of them are', () => {
    const bytes = Uint8Array.of(1, 2, 3);

    expect(equal(bytes, Uint8Array.of(1, 2, 3))).toBe(true);
    expect(equal(bytes, Uint8Array.of(1, 2, 4))).toBe(false);
    expect(equal(bytes, Uint8Array.of(1, 2))).toBe(false);
    expect(equal(bytes, Uint8Array.of(1, 2, 3, 4))).toBe(false);
    expect(equal(new Uint8Array(), bytes)).toBe(false);
  });

  it('are the same in another place only if the stretch is as long', () => {
    const bytes = Uint8Array.of(7, 8, 0, 7, 8, 9);

    expect(sameSpan(bytes, { start: 0, end: 2 }, 3, 5)).toBe(true);
    expect(sameSpan(bytes, { start: 0, end: 3 }, 3, 6)).toBe(false);
    expect(sameSpan(bytes, { start: 0, end: 2 }, 3, 4)).toBe(false);
    expect(sameSpan(bytes, { start: 0, end: 1 }, 3, 5)).toBe(false);
  });

  it('are zero only if each of them is', () => {
    expect(isZero(new Uint8Array(3))).toBe(true);
    expect(isZero(Uint8Array.of(0, 0, 1))).toBe(false);
  });
});

describe('base64url', () => {
  it('is read as it is written', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);

    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
  });

  it.each(['+_8A', '-/8A', '_w==', 'AA AA', '\nAAAA'])('is not %j', (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});
