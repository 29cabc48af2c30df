import type { Bytes } from '../bytes/bytes.ts';
import { asBytes, toHex } from '../bytes/bytes.ts';

/** What is not as DER or the profile has it; `end`: cut off, or followed by something. */
export type MalformedPart =
  | 'algorithm'
  | 'bit-string'
  | 'boolean'
  | 'content-type'
  | 'default'
  | 'end'
  | 'extension'
  | 'integer'
  | 'length'
  | 'name'
  | 'null'
  | 'object-identifier'
  | 'order'
  | 'tag'
  | 'time'
  | 'version';

/** Thrown for bytes that are not the DER (ITU-T X.690) that is asked for. */
export class Malformed extends Error {
  constructor(part: MalformedPart) {
    super(part);
    this.name = 'Malformed';
  }
}

/** The tags that occur here. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific and constructed, as in `[0]`. */
  context: (number: number) => 0xa0 | number,
  /** Context-specific and primitive, as in `[0] IMPLICIT OCTET STRING`. */
  contextPrimitive: (number: number) => 0x80 | number,
} as const;

/** One tag, length and value. */
export class Element {
  readonly tag: number;
  /** How many bytes it takes. */
  readonly length: number;
  readonly #source: Bytes;
  readonly #start: number;
  readonly #contentStart: number;
  readonly #end: number;

  constructor(source: Bytes, start: number, contentStart: number, end: number) {
    this.tag = source[start] ?? 0;
    this.length = end - start;
    this.#source = source;
    this.#start = start;
    this.#contentStart = contentStart;
    this.#end = end;
  }

  /** The whole encoding. */
  get bytes(): Bytes {
    return this.#source.subarray(this.#start, this.#end);
  }

  get content(): Bytes {
    return this.#source.subarray(this.#contentStart, this.#end);
  }

  /** A cursor over the elements inside this one, which must have the tag `expected`. */
  children(expected: number = this.tag): Cursor {
    if (this.tag !== expected || !(this.tag & 0x20)) throw new Malformed('tag');
    return new Cursor(this.#source, this.#contentStart, this.#end);
  }

  /** The one element inside this one, which must have the tag `expected`. */
  only(expected?: number): Element {
    const children = this.children(expected);
    const child = children.next();
    children.end();
    return child;
  }

  /** The content of an INTEGER, in the fewest bytes, as DER demands. */
  integer(): Bytes {
    const content = this.primitive(tag.integer);
    const [first, second] = content;
    if (first === undefined) throw new Malformed('integer');
    if (
      second !== undefined &&
      ((first === 0 && second < 128) || (first === 255 && second > 127))
    ) {
      throw new Malformed('integer');
    }
    return content;
  }

  /** A small non-negative INTEGER. */
  number(): number {
    const bytes = this.integer();
    if (bytes.length > 4 || (bytes[0] ?? 0) > 127) throw new Malformed('integer');
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  }

  /** An OBJECT IDENTIFIER, as the hexadecimal digits of its content. */
  oid(): string {
    const content = this.primitive(tag.objectIdentifier);
    let starts = true;
    for (const byte of content) {
      if (starts && byte === 0x80) throw new Malformed('object-identifier');
      starts = byte < 0x80;
    }
    if (content.length === 0 || !starts) throw new Malformed('object-identifier');
    return toHex(content);
  }

  octets(): Bytes {
    return this.primitive(tag.octetString);
  }

  boolean(): boolean {
    const content = this.primitive(tag.boolean);
    if (content.length !== 1 || (content[0] !== 0 && content[0] !== 255)) {
      throw new Malformed('boolean');
    }
    return content[0] === 255;
  }

  /** The bytes of a BIT STRING that fills whole bytes, such as a key or a signature. */
  bits(): Bytes {
    const content = this.primitive(tag.bitString);
    if (content[0] !== 0) throw new Malformed('bit-string');
    return content.subarray(1);
  }

  /** The first sixteen named bits of a BIT STRING; bit 0 is the highest. */
  flags(): number {
    const content = this.primitive(tag.bitString);
    const [unused = 8, first = 0, second = 0, ...rest] = content;
    const last = content[content.length - 1] ?? 0;
    const lowest = 1 << unused;
    // DER drops trailing zero bits of named bits, so the last bit that is used must be set.
    if (unused > 7 || rest.length > 0 || (last & (2 * lowest - 1)) !== lowest) {
      throw new Malformed('bit-string');
    }
    return (first << 8) | second;
  }

  /** The content, if this has the primitive tag `expected`. */
  primitive(expected: number): Bytes {
    if (this.tag !== expected) throw new Malformed('tag');
    return this.content;
  }
}

/** Walks over the elements that follow each other from `start` up to `end`. */
export class Cursor {
  readonly #bytes: Bytes;
  readonly #end: number;
  #at: number;

  constructor(bytes: Bytes, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get done(): boolean {
    return this.#at === this.#end;
  }

  /** The next element; with `expected`, only if it has that tag. */
  next(expected?: number): Element {
    const element = readElement(this.#bytes, this.#at, this.#end);
    if (expected !== undefined && element.tag !== expected) {
      throw new Malformed('tag');
    }
    this.#at += element.length;
    return element;
  }

  /** The next element if it has the tag `expected`, else nothing. */
  optional(expected: number): Element | undefined {
    return !this.done && this.#bytes[this.#at] === expected ? this.next() : undefined;
  }

  /** All elements that are left, each with the tag `expected`. */
  all(expected: number): Element[] {
    const elements: Element[] = [];
    while (!this.done) elements.push(this.next(expected));
    return elements;
  }

  /** Demands that nothing is left. */
  end(): void {
    if (!this.done) throw new Malformed('end');
  }
}

/** Reads the element at `start`; more bytes may follow it, up to `end`. */
export function readElement(bytes: Bytes, start = 0, end = bytes.length): Element {
  if (end - start < 2) throw new Malformed('end');
  const tagByte = bytes[start] ?? 0;
  const first = bytes[start + 1] ?? 0;
  if ((tagByte & 0x1f) === 0x1f) throw new Malformed('tag');
  let length = first;
  let contentStart = start + 2;
  if (first >= 0x80) {
    const size = first & 0x7f;
    if (size === 0 || size > 4) throw new Malformed('length');
    length = 0;
    for (let index = 0; index < size; index++) {
      length = length * 256 + (bytes[contentStart++] ?? 0);
    }
    if (length < 0x80 || length < 256 ** (size - 1)) {
      throw new Malformed('length');
    }
  }
  if (contentStart + length > end) throw new Malformed('end');
  return new Element(bytes, start, contentStart, contentStart + length);
}

/** Reads `bytes` as one element and nothing else. */
export function readDer(bytes: Uint8Array): Element {
  const cursor = new Cursor(asBytes(bytes));
  const element = cursor.next();
  cursor.end();
  return element;
}
