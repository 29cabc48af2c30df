import type { Bytes } from '../bytes/bytes.ts';
import { fromLatin1, toLatin1 } from '../bytes/bytes.ts';
import { Rejection } from '../reasons.ts';
import type { ComposedDocument } from './document.ts';
import { dictionary, isName, reference } from './document.ts';
import type { Dictionary, Span } from './objects.ts';
import { sealTemplate } from './seal-template.ts';

/** A document with its sealing revision, in which the signature is still missing. */
export interface SealRevision {
  /** All that the signature covers, without a hole: what {@link openHole} takes. */
  readonly covered: Bytes;
  /** Where the room for the signature will be, between `<` and `>`. */
  readonly hole: Span;
}

/** Room for `[0 a b c]` with numbers of ten digits. */
const byteRangeWidth = 37;

/**
 * Appends the revision that seals: the catalog with form and permissions, the first page with its
 * annotation, the field, and the signature dictionary with a hole of `room` bytes for the CMS.
 */
export function writeSealRevision(
  document: ComposedDocument,
  time: Date,
  room: number,
): SealRevision {
  const { bytes, catalog, root, section } = document;
  const base = bytes.subarray(0, section.end);
  const field = section.offsets.size + 1;
  const signature = field + 1;
  const page = firstPage(document);
  const text = ({ end, start }: Span) => toLatin1(bytes, start, end);
  const extended = (value: Dictionary, ...added: string[]) =>
    `${text(value).slice(0, -2)}${added.join('\n')}\n>>`;

  const newCatalog = extended(
    catalog,
    `/AcroForm ${sealTemplate.form(field)}`,
    `/Perms ${sealTemplate.permissions(signature)}`,
  );
  const newPage = extended(
    page.value,
    `/Annots ${sealTemplate.annotations(field)}`,
    ...(page.value.entries.has('Tabs') ? [] : ['/Tabs /S']),
  );

  let revision = '\n';
  const offsets = new Map<number, number>();
  const open = (number: number, value: string) => {
    offsets.set(number, base.length + revision.length);
    revision += `${number} 0 obj\n${value}`;
  };
  open(root, `${newCatalog}\nendobj\n`);
  open(page.number, `${newPage}\nendobj\n`);
  open(field, `${sealTemplate.field(page.number, signature)}\nendobj\n`);
  open(signature, signatureDictionary(time));
  const start = base.length + revision.length + 1;
  const hole = { start, end: start + room * 2 };

  let rest = ' /ByteRange ';
  const byteRangeAt = rest.length;
  rest += `${' '.repeat(byteRangeWidth)} >>\nendobj\n`;
  const tableAt = hole.end + 1 + rest.length;
  rest += table(offsets);
  rest += 'trailer\n<<\n';
  for (const [key, value] of section.trailer.entries) {
    rest += `  /${key} ${key === 'Size' ? signature + 1 : text(value)}\n`;
  }
  rest += `  /Prev ${section.start}\n>>\nstartxref\n${tableAt}\n%%EOF\n`;

  const byteRange = `[0 ${hole.start - 1} ${hole.end + 1} ${rest.length}]`;
  rest =
    rest.slice(0, byteRangeAt) +
    byteRange.padEnd(byteRangeWidth) +
    rest.slice(byteRangeAt + byteRangeWidth);
  const whole = new Uint8Array(hole.end + 1 + rest.length);
  whole.set(base);
  whole.set(fromLatin1(revision + rest), base.length);
  return { covered: whole.subarray(0, hole.start - 1 + rest.length), hole };
}

/** Opens the hole, full of zeros: the document in which only the signature is still missing. */
export function openHole({ covered, hole: { end, start } }: SealRevision): Bytes {
  const whole = new Uint8Array(covered.buffer);
  whole.copyWithin(end + 1, start - 1, covered.length);
  whole.set(fromLatin1('<'), start - 1);
  whole.fill(0x30, start, end);
  whole.set(fromLatin1('>'), end);
  return whole;
}

function signatureDictionary(time: Date): string {
  const { certification, filter, subFilter } = sealTemplate;
  const digits = time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
  return (
    `<< /Type /Sig /Filter /${filter} /SubFilter /${subFilter} /M (D:${digits}Z) ` +
    `/Reference ${certification} /Contents `
  );
}

/** A cross-reference table, with one subsection for each run of numbers. */
function table(offsets: ReadonlyMap<number, number>): string {
  let text = 'xref\n';
  const numbers = [...offsets.keys()].sort((left, right) => left - right);
  for (const number of numbers) {
    if (!offsets.has(number - 1)) {
      let count = 1;
      while (offsets.has(number + count)) count++;
      text += `${number} ${count}\n`;
    }
    text += `${String(offsets.get(number)).padStart(10, '0')} 00000 n\r\n`;
  }
  return text;
}

/** The first leaf of the tree of pages. */
function firstPage({ catalog, objects }: ComposedDocument): { number: number; value: Dictionary } {
  let node = reference(catalog.entries.get('Pages'), 'object-malformed');
  // A tree of pages is some levels deep; one that leads to itself ends here.
  for (let level = 0; level < 20; level++) {
    const value = dictionary(objects.get(node.number)?.value, 'object-malformed');
    if (isName(value.entries.get('Type'), 'Page')) return { number: node.number, value };
    const kids = value.entries.get('Kids');
    node = reference(kids?.type === 'array' ? kids.items[0] : undefined, 'object-malformed');
  }
  throw new Rejection('work-limit');
}
