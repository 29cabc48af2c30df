import type { Bytes } from '../bytes/bytes.ts';
import { decodeHex, isHexDigit } from '../bytes/bytes.ts';

/** A seal's CMS takes less than this many digits; and so many of the last strings are looked at. */
const limits = { digits: 131_072, strings: 4 };

/**
 * Finds what may be signatures in a file that is not a sealed document: hexadecimal strings that
 * begin as DER does, wherever they stand. It only serves to tell an altered extract from any other
 * file, and never leads to a seal that is accepted.
 */
export function findSignatures(bytes: Uint8Array): Bytes[] {
  const found: Bytes[] = [];
  for (let at = bytes.length - 1; at >= 0 && found.length < limits.strings; at--) {
    if (bytes[at] !== 0x3c || !isLongSequence(bytes, at + 1)) continue;
    let end = at + 1;
    while (end - at <= limits.digits && isHexDigit(bytes[end])) end++;
    found.push(decodeHex(bytes.subarray(at + 1, end)));
  }
  return found;
}

/** Whether the digits `3082` stand here: a SEQUENCE of 256 bytes or more. */
function isLongSequence(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x33 && bytes[at + 1] === 0x30 && bytes[at + 2] === 0x38 && bytes[at + 3] === 0x32
  );
}
