import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromLatin1, toLatin1 } from './bytes/bytes.ts';
import { readSeal } from './checks/sealed-by-register.ts';
import { Malformed, readDer, readElement } from './der/reader.ts';
import { encode } from './der/writer.ts';
import { readComposedDocument, readSealedDocument } from './pdf/document.ts';
import { readDocumentRules } from './pdf/document-rules.ts';
import { IndirectObject, ObjectReader } from './pdf/objects.ts';
import { readSealRevision } from './pdf/seal-revision.ts';
import { Rejection } from './reasons.ts';
import { seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import { expectQuick } from './test-support/expect-quick.ts';
import type { TestRegister } from './test-support/register.ts';
import { createTestRegister } from './test-support/register.ts';
import { cmsOf } from './test-support/sealed-file.ts';
import { readTimestampInfo } from './timestamp/token.ts';
import { verifySeal } from './verify.ts';
import { readCertificate } from './x509/certificate.ts';
import { readRevocationLists } from './x509/revocation-list.ts';

let register: TestRegister;
let composed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  register = await createTestRegister();
  composed = compose();
  sealed = await seal(composed, register);
});

/** Expects an answer, or one of the errors that are meant to be thrown, and either soon. */
function expectAnswer(read: () => unknown): void {
  expectQuick(() => {
    try {
      read();
    } catch (error) {
      expect([Malformed, Rejection].some((kind) => error instanceof kind)).toBe(true);
    }
  });
}

/** One to four stretches of up to 20 bytes, each with what takes its place. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    length: fc.nat(20),
    addition: fc.uint8Array({ maxLength: 20 }),
  }),
  { minLength: 1, maxLength: 4 },
);

type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

function edited(original: Uint8Array, changes: Edits): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(original);
  for (const { addition, at, length } of changes) {
    const start = Math.floor(at * bytes.length);
    bytes = concat(bytes.subarray(0, start), addition, bytes.subarray(start + length));
  }
  return bytes;
}

describe('DER that is', () => {
  const readers = [readDer, readElement, readCertificate, readSeal, readTimestampInfo];

  it('random', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc.uint8Array({ maxLength: 200 }).map((content) => encode(0x30, content)),
    );
    const property = fc.property(bytes, (input) => {
      for (const read of readers) expectAnswer(() => read(new Uint8Array(input)));
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('a CMS, a certificate or a revocation list with some bytes changed', () => {
    const originals = [
      cmsOf(sealed),
      ...register.options.anchors.seal,
      ...register.options.revocationLists,
    ];
    const property = fc.property(fc.constantFrom(...originals), edits, (original, changes) => {
      const bytes = edited(original, changes);
      for (const read of readers) expectAnswer(() => read(bytes));
      expectAnswer(() => readRevocationLists([bytes]));
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('nested a thousand times, and as deep as a file is long', () => {
    // Each begins another sequence, of a length that only BER knows.
    const endless = new Uint8Array(400_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80));
    for (const read of readers) expectAnswer(() => read(endless));
    let nested = new Uint8Array();
    for (let level = 0; level < 1000; level++) nested = encode(0x30, nested);
    for (const read of readers) expectAnswer(() => read(nested));
  });
});

describe('PDF syntax that is', () => {
  it('random, or made of the signs that have a meaning', () => {
    const signs = [
      ...'[]()<>/ 10-.#\\%\n',
      '<<',
      '>>',
      '/A',
      ' 0 R',
      ' 0 obj',
      'stream\n',
      'endobj',
    ];
    const source = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...signs), { maxLength: 200 }).map((parts) => parts.join('')),
    );
    const property = fc.property(source, (text) => {
      const bytes = fromLatin1(text);
      expectAnswer(() => new ObjectReader(bytes).value());
      expectAnswer(() => new ObjectReader(bytes).skip());
      expectAnswer(() => new IndirectObject(new ObjectReader(bytes)));
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('nested as deep as a file is long', () => {
    for (const open of ['[', '<<', '<< /A ', '(']) {
      const bytes = fromLatin1(open.repeat(100_000));
      expectAnswer(() => new ObjectReader(bytes).value());
      expectAnswer(() => new ObjectReader(bytes).skip());
    }
  });
});

describe('a document with some bytes changed', () => {
  it('is read, or refused', () => {
    const property = fc.property(edits, (changes) => {
      expectAnswer(() => readDocumentRules(readComposedDocument(edited(composed, changes))));
      expectAnswer(() => {
        const bytes = edited(sealed, changes);
        return readSealRevision(bytes, readSealedDocument(bytes));
      });
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('is never sealed, unless nothing was changed', async () => {
    const property = fc.asyncProperty(edits, async (changes) => {
      const bytes = edited(sealed, changes);
      fc.pre(toLatin1(bytes) !== toLatin1(sealed));
      expect((await verifySeal(bytes, register.options)).outcome).not.toBe('sealed');
    });
    await fc.assert(property, { numRuns: 500 });
  });
});
