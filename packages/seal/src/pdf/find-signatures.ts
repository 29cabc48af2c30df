import type { Bytes } from '../bytes/bytes.ts';
import { decodeHex, isHexDigit } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { sealTemplate } from './seal-template.ts';

/** So many strings are tried. */
const mostStrings = 16;

/**
 * Finds what may be signatures in a file that is not a sealed document: hexadecimal strings that
 * begin as a CMS does, wherever they stand. It only serves to tell an altered extract from any other
 * file, and never leads to a seal that is accepted.
 */
export function findSignatures(bytes: Uint8Array): Bytes[] {
  const found: Bytes[] = [];
  for (let at = bytes.length - 1; at >= 0 && found.length < mostStrings; at--) {
    if (bytes[at] !== 0x3c || !isSignedData(bytes, at + 1)) continue;
    let end = at + 1;
    while (end - at <= sealTemplate.mostDigits && isHexDigit(bytes[end])) end++;
    found.push(decodeHex(bytes.subarray(at + 1, end)));
  }
  return found;
}

/** A SEQUENCE of 256 bytes or more that begins with the object identifier of SignedData. */
const beginning = { sequence: '3082', type: `0609${oid.signedData}` };

/** Whether the digits of a ContentInfo with SignedData stand here. */
function isSignedData(bytes: Uint8Array, at: number): boolean {
  return stands(bytes, at, beginning.sequence) && stands(bytes, at + 8, beginning.type);
}

/** Whether hexadecimal digits stand here, in either case. */
function stands(bytes: Uint8Array, at: number, digits: string): boolean {
  for (let index = 0; index < digits.length; index++) {
    // Of a digit the bit is set already, of a letter it makes the lower case.
    if (((bytes[at + index] ?? 0) | 0x20) !== digits.charCodeAt(index)) return false;
  }
  return true;
}
