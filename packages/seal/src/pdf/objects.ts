import { isHexDigit, sameSpan, toLatin1 } from '../bytes/bytes.ts';
import { demand } from '../reasons.ts';

/** A stretch of the file, from its first byte up to, but not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value in the syntax of PDF (ISO 32000-1, section 7.3), with the bytes it was read from. */
export type Value = Span &
  (
    | { readonly type: 'null' }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'number'; readonly value: number; readonly plain: boolean }
    | { readonly type: 'name'; readonly value: string }
    | { readonly type: 'string'; readonly value: string; readonly hexadecimal: boolean }
    | { readonly type: 'array'; readonly items: readonly Value[] }
    | Dictionary
    | Reference
  );

export interface Dictionary extends Span {
  readonly type: 'dictionary';
  readonly entries: ReadonlyMap<string, Value>;
}

export interface Reference extends Span {
  readonly type: 'reference';
  readonly number: number;
}

/**
 * An indirect object: a value and, if it is a stream, the bytes of that. Of the thousand objects of
 * an extract a dozen matter, so all are read strictly, and the value is made when it is asked for.
 */
export class IndirectObject implements Span {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly stream: Span | undefined;
  readonly #reader: ObjectReader;
  readonly #valueAt: number;
  #value: Value | undefined;

  /** Reads the object that begins where `reader` is. */
  constructor(reader: ObjectReader) {
    this.#reader = reader;
    this.start = reader.at;
    this.number = reader.digits();
    reader.must(reader.take(' 0 obj'));
    reader.skipWhitespace();
    this.#valueAt = reader.at;
    reader.skip();
    reader.skipWhitespace();
    this.stream = reader.take('stream') ? this.#readStream() : undefined;
    reader.skipWhitespace();
    reader.must(reader.take('endobj'));
    this.end = reader.at;
  }

  get value(): Value {
    this.#value ??= this.#reader.valueAt(this.#valueAt);
    return this.#value;
  }

  #readStream(): Span {
    const { value } = this;
    const reader: ObjectReader = this.#reader;
    reader.must(reader.take('\r\n') || reader.take('\n'));
    const length = value.type === 'dictionary' ? value.entries.get('Length') : undefined;
    reader.must(length?.type === 'number' && length.plain);
    const start = reader.at;
    const end = start + length.value;
    reader.at = end;
    reader.skipWhitespace();
    reader.must(reader.take('endstream'));
    return { start, end };
  }
}

/** More depth, more values, more keys in one dictionary, and longer strings no extract needs. */
const limits = { depth: 40, values: 500_000, keys: 256, text: 65_536 };

/** How many names are kept at hand; a power of two. */
const recentNames = 512;

/** White space, and what names, numbers and words consist of (ISO 32000-1, section 7.2.2). */
const whitespace = new Uint8Array(256);
const regular = new Uint8Array(256).fill(1);
for (const code of [0, 9, 10, 12, 13, 32]) whitespace[code] = 1;
for (const character of '\0\t\n\f\r ()<>[]{}/%') regular[character.charCodeAt(0)] = 0;
const hexadecimal = Uint8Array.from({ length: 256 }, (_, code) => Number(isHexDigit(code)));

/**
 * Reads the syntax of PDF as the register writes it, and nothing beside it: no comments, no
 * stream whose length stands elsewhere, no generation other than 0.
 */
export class ObjectReader {
  readonly #bytes: Uint8Array;
  /** Names that were read, with where they stood, by a hash of how they are written. */
  readonly #recent: ((Span & { readonly name: string }) | undefined)[] = new Array(recentNames);
  readonly #allNames = new Set<string>();
  /** The keys of the dictionaries that are being skipped, the innermost last, and how many. */
  readonly #keys: string[] = [];
  #keyCount = 0;
  #values = 0;
  /** The offset of what is read next. */
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Every name that was read, as a key or as a value. */
  get names(): ReadonlySet<string> {
    return this.#allNames;
  }

  skipWhitespace(): void {
    const bytes = this.#bytes;
    let { at } = this;
    while (whitespace[bytes[at] ?? 256]) at++;
    this.at = at;
  }

  /** Reads `text` if it stands here. */
  take(text: string): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.#bytes[this.at + index] !== text.charCodeAt(index)) return false;
    }
    this.at += text.length;
    return true;
  }

  /** Reads the value at `offset`, and goes on where it was. */
  valueAt(offset: number): Value {
    const { at } = this;
    this.at = offset;
    const value = this.value();
    this.at = at;
    return value;
  }

  /** A plain non-negative integer, as object numbers and offsets are written. */
  digits(): number {
    const start = this.at;
    let value = 0;
    for (;;) {
      const digit = (this.#bytes[this.at] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      this.at++;
    }
    this.must(this.at > start && this.at - start <= 10);
    return value;
  }

  /** Reads past the value that begins here, as strictly as {@link value}, and makes nothing of it. */
  skip(depth = 0): void {
    demand(depth < limits.depth && ++this.#values <= limits.values, 'work-limit');
    const first = this.#bytes[this.at];
    if (first === 0x2f) this.#name();
    else if (first === 0x28) this.#skipLiteral();
    else if (first === 0x5b) this.#skipArray(depth);
    else if (first !== 0x3c) this.#skipWord();
    else if (this.#bytes[this.at + 1] === 0x3c) this.#skipDictionary(depth);
    else this.#hexadecimal();
  }

  #skipArray(depth: number): void {
    this.at += 1;
    for (;;) {
      this.skipWhitespace();
      if (this.take(']')) return;
      this.skip(depth + 1);
    }
  }

  #skipDictionary(depth: number): void {
    this.at += 2;
    const keys = this.#keys;
    const first = this.#keyCount;
    for (;;) {
      this.skipWhitespace();
      if (this.take('>>')) break;
      const key = this.#key(this.#keyCount - first);
      for (let at = first; at < this.#keyCount; at++) demand(keys[at] !== key, 'duplicate-key');
      keys[this.#keyCount++] = key;
      this.skipWhitespace();
      this.skip(depth + 1);
    }
    this.#keyCount = first;
  }

  /** Reads a key, before which the dictionary has `count` others. */
  #key(count: number): string {
    demand(count < limits.keys, 'work-limit');
    this.must(this.#bytes[this.at] === 0x2f);
    return this.#name();
  }

  /** Reads the value that begins here. */
  value(depth = 0): Value {
    demand(depth < limits.depth && ++this.#values <= limits.values, 'work-limit');
    const start = this.at;
    switch (this.#bytes[start]) {
      case 0x2f: // '/'
        return { type: 'name', value: this.#name(), start, end: this.at };
      case 0x28: // '('
        return this.#string();
      case 0x5b: // '['
        return this.#array(depth);
      case 0x3c: // '<'
        return this.#bytes[start + 1] === 0x3c ? this.#dictionary(depth) : this.#hexadecimal();
      default:
        return this.#word();
    }
  }

  #dictionary(depth: number): Dictionary {
    const start = this.at;
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      this.skipWhitespace();
      if (this.take('>>')) return { type: 'dictionary', entries, start, end: this.at };
      const key = this.#key(entries.size);
      demand(!entries.has(key), 'duplicate-key');
      this.skipWhitespace();
      entries.set(key, this.value(depth + 1));
    }
  }

  #array(depth: number): Value {
    const start = this.at;
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      this.skipWhitespace();
      if (this.take(']')) return { type: 'array', items, start, end: this.at };
      items.push(this.value(depth + 1));
    }
  }

  /** A name. An extract has thousands, but few different ones: most were made a string before. */
  #name(): string {
    const bytes = this.#bytes;
    const start = ++this.at;
    let end = start;
    let hash = 0;
    for (let code = bytes[end] ?? 0; regular[code]; code = bytes[++end] ?? 0) {
      hash = (hash * 31 + code) & (recentNames - 1);
    }
    this.at = end;
    const recent = this.#recent[hash];
    if (recent && sameSpan(bytes, recent, start, end)) return recent.name;
    this.must(end - start <= 127);
    const name = this.#decodeName(toLatin1(bytes, start, end));
    this.#recent[hash] = { start, end, name };
    this.#allNames.add(name);
    return name;
  }

  #decodeName(text: string): string {
    if (!text.includes('#')) return text;
    return text.replaceAll(/#(..)?/g, (_, code: string | undefined) => {
      this.must(code !== undefined && /^[\dA-Fa-f]{2}$/.test(code));
      return String.fromCharCode(Number.parseInt(code, 16));
    });
  }

  /** A literal string; escapes are left as they are, since the profile compares only plain text. */
  #string(): Value {
    const start = this.at;
    this.#skipLiteral();
    const value = toLatin1(this.#bytes, start + 1, this.at - 1);
    return { type: 'string', value, hexadecimal: false, start, end: this.at };
  }

  #skipLiteral(): void {
    const bytes = this.#bytes;
    const start = this.at;
    let at = start + 1;
    for (let open = 1; open > 0; at++) {
      const code = bytes[at];
      this.must(code !== undefined);
      demand(at - start <= limits.text, 'work-limit');
      if (code === 0x28) open++;
      else if (code === 0x29) open--;
      else if (code === 0x5c) at++;
    }
    this.at = at;
  }

  #hexadecimal(): Value {
    const bytes = this.#bytes;
    const start = this.at;
    let end = start + 1;
    while (hexadecimal[bytes[end] ?? 256]) end++;
    this.must(bytes[end] === 0x3e);
    this.at = end + 1;
    return { type: 'string', value: '', hexadecimal: true, start, end: this.at };
  }

  /** A number, a reference, `true`, `false` or `null`. */
  #word(): Value {
    const start = this.at;
    this.#skipWord();
    const end = this.at;
    const text = toLatin1(this.#bytes, start, end);
    if (text === 'null') return { type: 'null', start, end };
    if (text === 'true' || text === 'false') {
      return { type: 'boolean', value: text === 'true', start, end };
    }
    if (text.endsWith('R')) {
      return { type: 'reference', number: Number.parseInt(text, 10), start, end };
    }
    return { type: 'number', value: Number(text), plain: /^\d{1,10}$/.test(text), start, end };
  }

  #skipWord(): void {
    const start = this.at;
    const end = this.#skipRegular();
    if (this.#isPlainInteger(start, end)) {
      if (this.take(' 0 R') && !regular[this.#bytes[this.at] ?? 256]) return;
      this.at = end;
      return;
    }
    const text = toLatin1(this.#bytes, start, end);
    this.must(/^(?:[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null)$/.test(text));
  }

  /** Whether one to ten digits stand there. */
  #isPlainInteger(start: number, end: number): boolean {
    if (end === start || end - start > 10) return false;
    for (let at = start; at < end; at++) {
      const digit = (this.#bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) return false;
    }
    return true;
  }

  /** Skips to the end of a number or a word, and gives that. */
  #skipRegular(): number {
    const bytes = this.#bytes;
    let { at } = this;
    while (regular[bytes[at] ?? 256]) at++;
    // No number and no word is longer.
    this.must(at - this.at <= 64);
    this.at = at;
    return at;
  }

  /** @throws Rejection unless what is read is as it must be. */
  must(condition: unknown): asserts condition {
    demand(condition, 'object-malformed');
  }
}
