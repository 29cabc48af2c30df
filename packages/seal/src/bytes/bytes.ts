/** Bytes that are backed by a buffer of their own kind, as WebCrypto's types ask. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Views `bytes` as {@link Bytes}, copying only what lies in shared memory. */
export function asBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

/** Whether `bytes` has in `stretch` what it has from `start` up to, but not including, `end`. */
export function sameSpan(
  bytes: Uint8Array,
  stretch: { readonly start: number; readonly end: number },
  start: number,
  end: number,
): boolean {
  const distance = start - stretch.start;
  if (end - stretch.end !== distance) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== bytes[at - distance]) return false;
  return true;
}

export function isZero(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if (bytes[index] !== 0) return false;
  return true;
}

/** The two digits of each byte. */
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexPairs[byte];
  return hex;
}

const hexDigits = fromLatin1('0123456789abcdef');

/** The same as it stands in a file. */
export function encodeHex(bytes: Uint8Array): Bytes {
  const digits = new Uint8Array(bytes.length * 2);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    digits[index * 2] = hexDigits[byte >> 4] ?? 0;
    digits[index * 2 + 1] = hexDigits[byte & 15] ?? 0;
  }
  return digits;
}

/** Reads hexadecimal digits, of either case, which the caller knows to be nothing else. */
export function fromHex(hex: string): Bytes {
  return decodeHex(fromLatin1(hex));
}

/** The same for digits that stand in a file; a last odd one is left out. */
export function decodeHex(digits: Uint8Array): Bytes {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let index = 0; index < bytes.length; index++) {
    const high = nibbles[digits[index * 2] ?? 0] ?? 0;
    bytes[index] = (high << 4) | (nibbles[digits[index * 2 + 1] ?? 0] ?? 0);
  }
  return bytes;
}

/** '0' to '9' have their value in the lower half; in 'A' and 'a' that is 1 for 10. */
const nibbles = Uint8Array.from({ length: 256 }, (_, code) => (code & 15) + (code > 0x39 ? 9 : 0));

/** Whether `code` is that of a hexadecimal digit. */
export function isHexDigit(code = 0): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 32) >= 0x61 && (code | 32) <= 0x66);
}

/** One character a byte, as the syntax of PDF is written. */
export function fromLatin1(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** One character a byte; meant for short stretches. */
export function toLatin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let at = start; at < end; at += 4096) {
    const codes = new Array<number>(Math.min(end - at, 4096));
    for (let index = 0; index < codes.length; index++) codes[index] = bytes[at + index] ?? 0;
    text += String.fromCharCode(...codes);
  }
  return text;
}
