import { toLatin1 } from '../bytes/bytes.ts';
import { demand } from '../reasons.ts';
import type { Revision } from './document.ts';
import type { Dictionary } from './objects.ts';
import { IndirectObject, ObjectReader } from './objects.ts';

/** A cross-reference table with its trailer, up to and including its `%%EOF`. */
export interface Section {
  readonly start: number;
  readonly end: number;
  /** The number and the offset of each object in use. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: Dictionary;
}

/** More objects than this no extract has. */
const mostObjects = 50_000;

/**
 * Finds the offset of the last section from the end of the file, which is `startxref`, the offset,
 * `%%EOF` and one line end at most.
 */
export function findLastSection(bytes: Uint8Array): number {
  const tail = toLatin1(bytes.subarray(-40));
  const match = /\nstartxref\n(\d{1,10})\n%%EOF\n?$/.exec(tail);
  demand(match?.[1], 'trailing-bytes');
  return Number(match[1]);
}

/** Reads the table at `start` (ISO 32000-1, section 7.5.4): no stream, no hybrid, no repair. */
export function readSection(bytes: Uint8Array, start: number): Section {
  const reader = new ObjectReader(bytes, start);
  const expect = (condition: unknown) => demand(condition, 'cross-reference-malformed');
  const offsets = new Map<number, number>();
  expect(reader.take('xref\n'));
  while (!reader.take('trailer')) {
    const first = reader.digits();
    expect(reader.take(' '));
    const count = reader.digits();
    expect(reader.take('\n'));
    demand(first + count <= mostObjects, 'work-limit');
    for (let number = first; number < first + count; number++) {
      const begin = reader.at;
      const offset = reader.digits();
      expect(reader.at - begin === 10);
      // Only number 0, the head of the list of free objects, is free.
      expect(reader.take(number === 0 ? ' 65535 f' : ' 00000 n'));
      expect(reader.take('\r\n') || reader.take(' \n'));
      demand(!offsets.has(number), 'object-misplaced');
      if (number > 0) offsets.set(number, offset);
    }
  }
  reader.skipWhitespace();
  const trailer = reader.value();
  reader.skipWhitespace();
  expect(reader.take('startxref\n') && reader.digits() === start && reader.take('\n%%EOF'));
  demand(trailer.type === 'dictionary', 'cross-reference-malformed');
  return { start, end: reader.at, offsets, trailer };
}

/**
 * Reads the objects of a section, which must follow each other from `from` up to the table, with
 * nothing but white space between them: whoever reads the file otherwise finds the same objects.
 */
export function readObjects(
  bytes: Uint8Array,
  from: number,
  section: Section,
): Pick<Revision, 'names' | 'objects'> {
  const reader = new ObjectReader(bytes, from);
  const objects = new Map<number, IndirectObject>();
  const inOrder = [...section.offsets].sort(([, left], [, right]) => left - right);
  for (const [number, offset] of inOrder) {
    reader.skipWhitespace();
    demand(reader.at === offset, 'object-misplaced');
    const object = new IndirectObject(reader);
    demand(object.number === number, 'object-misplaced');
    objects.set(number, object);
  }
  reader.skipWhitespace();
  demand(reader.at === section.start, 'object-misplaced');
  return { names: reader.names, objects };
}
