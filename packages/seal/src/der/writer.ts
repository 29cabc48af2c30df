import type { Bytes } from '../bytes/bytes.ts';
import { concat, fromHex } from '../bytes/bytes.ts';
import { tag } from './reader.ts';

/** Encodes one element from the encodings, or the content, that it holds. */
export function encode(tagByte: number, ...contents: readonly Uint8Array[]): Bytes {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  if (length < 0x80) return concat(Uint8Array.of(tagByte, length), ...contents);
  const digits: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) digits.unshift(left % 256);
  return concat(Uint8Array.of(tagByte, 0x80 | digits.length, ...digits), ...contents);
}

export function sequence(...elements: readonly Uint8Array[]): Bytes {
  return encode(tag.sequence, ...elements);
}

/** A SET OF: DER orders its elements by their encodings. */
export function set(...elements: readonly Uint8Array[]): Bytes {
  return encode(tag.set, ...elements.toSorted(compare));
}

/** Orders as DER orders the elements of a SET OF (ITU-T X.690, section 11.6). */
export function compare(left: Uint8Array, right: Uint8Array): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A non-negative INTEGER, from a number below 256 or from big-endian bytes. */
export function integer(value: number | Uint8Array): Bytes {
  const bytes = typeof value === 'number' ? Uint8Array.of(value) : value;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const trimmed = bytes.subarray(start);
  return (trimmed[0] ?? 0) > 127 || trimmed.length === 0
    ? encode(tag.integer, Uint8Array.of(0), trimmed)
    : encode(tag.integer, trimmed);
}

export function objectIdentifier(oid: string): Bytes {
  return encode(tag.objectIdentifier, fromHex(oid));
}

export function octetString(content: Uint8Array): Bytes {
  return encode(tag.octetString, content);
}

/** A BIT STRING of whole bytes. */
export function bitString(content: Uint8Array): Bytes {
  return encode(tag.bitString, Uint8Array.of(0), content);
}

export function utf8String(text: string): Bytes {
  return encode(tag.utf8String, new TextEncoder().encode(text));
}

export function boolean(value: boolean): Bytes {
  return encode(tag.boolean, Uint8Array.of(value ? 255 : 0));
}

export const nothing: Bytes = Uint8Array.of(tag.null, 0);
