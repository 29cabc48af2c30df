import { sameSpan } from '../bytes/bytes.ts';
import type { SealReason } from '../reasons.ts';
import { demand } from '../reasons.ts';
import type { Section } from './cross-reference.ts';
import { findLastSection, readObjects, readSection } from './cross-reference.ts';
import type { Dictionary, IndirectObject, Reference, Value } from './objects.ts';
import { ObjectReader } from './objects.ts';

/** Objects and the table that lists them. */
export interface Revision {
  readonly section: Section;
  readonly objects: ReadonlyMap<number, IndirectObject>;
  /** Every name in the objects, as a key or as a value. */
  readonly names: ReadonlySet<string>;
}

/** A document as the register composes it, before it is sealed. */
export interface ComposedDocument extends Revision {
  readonly bytes: Uint8Array;
  /** The number of the catalog, and the catalog itself. */
  readonly root: number;
  readonly catalog: Dictionary;
}

/** A composed document and the one revision that seals it. */
export interface SealedDocument {
  readonly composed: ComposedDocument;
  readonly seal: Revision;
}

/** Reads a PDF that is nothing but one revision, as Typst writes it. */
export function readComposedDocument(bytes: Uint8Array): ComposedDocument {
  const document = readFirstRevision(bytes, findLastSection(bytes));
  demand(bytes.length - document.section.end <= 1, 'trailing-bytes');
  return document;
}

/** Reads a PDF that is exactly a composed document and one revision after it. */
export function readSealedDocument(bytes: Uint8Array): SealedDocument {
  demand(new ObjectReader(bytes).take('%PDF-'), 'header-displaced');
  const section = readSection(bytes, findLastSection(bytes));
  demand(bytes.length - section.end === 1, 'trailing-bytes');
  const previous = section.trailer.entries.get('Prev');
  demand(previous?.type === 'number' && previous.plain, 'revision-chain');
  const composed = readFirstRevision(bytes, previous.value);
  const seal = readObjects(bytes, composed.section.end, section);
  checkTrailers(bytes, composed, section);
  return { composed, seal: { section, ...seal } };
}

function readFirstRevision(bytes: Uint8Array, offset: number): ComposedDocument {
  const section = readSection(bytes, offset);
  const { entries } = section.trailer;
  demand(!entries.has('Encrypt'), 'encrypted');
  demand(!entries.has('Prev'), 'revision-chain');
  demand(!entries.has('XRefStm'), 'cross-reference-malformed');
  demand(numberAt(entries, 'Size') === section.offsets.size + 1, 'cross-reference-malformed');
  const { names, objects } = readObjects(bytes, readHeader(bytes), section);
  const root = reference(entries.get('Root'), 'cross-reference-malformed').number;
  const catalog = dictionary(objects.get(root)?.value, 'object-malformed');
  demand(isName(catalog.entries.get('Type'), 'Catalog'), 'object-malformed');
  return { bytes, section, objects, names, root, catalog };
}

/** The first line and the comment after it that marks the file as binary. */
function readHeader(bytes: Uint8Array): number {
  const reader = new ObjectReader(bytes);
  demand(reader.take('%PDF-1.7\n%'), 'header-displaced');
  for (let index = 0; index < 4; index++)
    demand((bytes[reader.at++] ?? 0) > 127, 'header-displaced');
  return reader.at;
}

/** The second trailer says what the first says, and where that is. */
function checkTrailers(bytes: Uint8Array, composed: ComposedDocument, section: Section): void {
  const { entries } = section.trailer;
  demand(!entries.has('Encrypt'), 'encrypted');
  const size = Math.max(...section.offsets.keys()) + 1;
  demand(numberAt(entries, 'Size') === size, 'cross-reference-malformed');
  const added = addedKeys(bytes, composed.section.trailer, section.trailer, ['Size']);
  demand(added?.length === 1 && added[0] === 'Prev', 'cross-reference-malformed');
}

/**
 * The keys that `after` has and `before` has not, if it has all others with the very same bytes;
 * of the keys in `changing`, the values may differ. Undefined if anything else changed.
 */
export function addedKeys(
  bytes: Uint8Array,
  before: Dictionary,
  after: Dictionary,
  changing: readonly string[] = [],
): string[] | undefined {
  for (const [key, value] of before.entries) {
    const same = after.entries.get(key);
    if (!same) return undefined;
    if (!changing.includes(key) && !sameSpan(bytes, value, same.start, same.end)) return undefined;
  }
  return [...after.entries.keys()].filter((key) => !before.entries.has(key));
}

export function isName(value: Value | undefined, name: string): boolean {
  return value?.type === 'name' && value.value === name;
}

export function numberAt(entries: ReadonlyMap<string, Value>, key: string): number | undefined {
  const value = entries.get(key);
  return value?.type === 'number' && value.plain ? value.value : undefined;
}

export function reference(value: Value | undefined, reason: SealReason): Reference {
  demand(value?.type === 'reference', reason);
  return value;
}

export function dictionary(value: Value | undefined, reason: SealReason): Dictionary {
  demand(value?.type === 'dictionary', reason);
  return value;
}
