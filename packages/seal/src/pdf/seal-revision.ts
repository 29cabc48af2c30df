import { toLatin1 } from '../bytes/bytes.ts';
import { demand } from '../reasons.ts';
import type { SealedDocument } from './document.ts';
import { addedKeys, dictionary, isName, reference } from './document.ts';
import type { Dictionary, Span, Value } from './objects.ts';
import { sealTemplate } from './seal-template.ts';

const signatureKeys = [
  'Type',
  'Filter',
  'SubFilter',
  'M',
  'Reference',
  'Contents',
  'ByteRange',
] as const;

/**
 * Checks that the second revision adds the one seal and nothing else, and that the seal covers the
 * whole file but for its own value. Gives the stretch of that value, between `<` and `>`.
 */
export function readSealRevision(bytes: Uint8Array, { composed, seal }: SealedDocument): Span {
  const text = (span: Span | undefined) =>
    span && toLatin1(bytes, span.start, Math.min(span.end, span.start + 1000));

  // Root, AcroForm, Fields, the one field, V: through the object table.
  const catalog = dictionary(seal.objects.get(composed.root)?.value, 'revision-content');
  const form = dictionary(catalog.entries.get('AcroForm'), 'signature-field');
  const fields = form.entries.get('Fields');
  demand(fields?.type === 'array' && fields.items.length === 1, 'signature-field');
  const fieldNumber = reference(fields.items[0], 'signature-field').number;
  demand(text(form) === sealTemplate.form(fieldNumber), 'signature-field');
  const field = dictionary(seal.objects.get(fieldNumber)?.value, 'signature-field');
  const pageNumber = reference(field.entries.get('P'), 'signature-field').number;
  const signatureNumber = reference(field.entries.get('V'), 'signature-field').number;
  demand(text(field) === sealTemplate.field(pageNumber, signatureNumber), 'signature-field');
  const signature = dictionary(seal.objects.get(signatureNumber)?.value, 'signature-dictionary');
  const permissions = text(catalog.entries.get('Perms'));
  demand(permissions === sealTemplate.permissions(signatureNumber), 'certification');
  demand(text(signature.entries.get('Reference')) === sealTemplate.certification, 'certification');

  const gap = checkSignature(bytes, signature);

  // The revision holds the catalog, the page, the field and the signature, and changes no more.
  const first = composed.section.offsets.size + 1;
  demand(fieldNumber === first && signatureNumber === first + 1, 'revision-content');
  demand(pageNumber < first && seal.objects.size === 4, 'revision-content');
  demand(
    [...seal.objects.values()].every(({ stream }) => !stream),
    'revision-content',
  );
  const addedToCatalog = addedKeys(bytes, composed.catalog, catalog);
  demand(addedToCatalog?.join() === 'AcroForm,Perms', 'revision-content');
  const before = dictionary(composed.objects.get(pageNumber)?.value, 'revision-content');
  const page = dictionary(seal.objects.get(pageNumber)?.value, 'revision-content');
  demand(isName(before.entries.get('Type'), 'Page'), 'revision-content');
  const addedToPage = addedKeys(bytes, before, page)?.join();
  demand(addedToPage === 'Annots' || addedToPage === 'Annots,Tabs', 'revision-content');
  const annotations = text(page.entries.get('Annots'));
  demand(annotations === sealTemplate.annotations(fieldNumber), 'revision-content');
  demand(isName(page.entries.get('Tabs'), 'S'), 'revision-content');
  return gap;
}

const lowerCaseDigits = new Uint8Array(256);
for (const digit of '0123456789abcdef') lowerCaseDigits[digit.charCodeAt(0)] = 1;

function checkSignature(bytes: Uint8Array, signature: Dictionary): Span {
  const { entries } = signature;
  const [from, before, after, length] = readByteRange(entries.get('ByteRange'));
  demand(from === 0 && after + length === bytes.length, 'byte-range-incomplete');
  demand(before < after && after < bytes.length, 'byte-range-malformed');
  checkGap(bytes, before, after);
  const contents = entries.get('Contents');
  demand(contents?.type === 'string' && contents.hexadecimal, 'signature-wrapped');
  demand(contents.start === before && contents.end === after, 'signature-wrapped');

  const { filter, subFilter } = sealTemplate;
  const time = entries.get('M');
  demand([...entries.keys()].join() === signatureKeys.join(), 'signature-dictionary');
  demand(isName(entries.get('Type'), 'Sig'), 'signature-dictionary');
  demand(isName(entries.get('Filter'), filter), 'signature-dictionary');
  demand(isName(entries.get('SubFilter'), subFilter), 'signature-dictionary');
  demand(time?.type === 'string' && /^D:\d{14}Z$/.test(time.value), 'signature-dictionary');
  return { start: before + 1, end: after - 1 };
}

function readByteRange(value: Value | undefined): [number, number, number, number] {
  demand(value?.type === 'array' && value.items.length === 4, 'byte-range-malformed');
  return value.items.map((item) => {
    // Plain integers have at most ten digits here, so their sums are safe.
    demand(item.type === 'number' && item.plain, 'byte-range-malformed');
    return item.value;
  }) as [number, number, number, number];
}

/** The gap is `<`, an even number of lower-case hexadecimal digits, not too many, and `>`. */
function checkGap(bytes: Uint8Array, start: number, end: number): void {
  demand(bytes[start] === 0x3c && bytes[end - 1] === 0x3e, 'signature-gap');
  demand((end - start) % 2 === 0, 'signature-gap');
  demand(end - start - 2 <= sealTemplate.mostDigits, 'work-limit');
  let at = start + 1;
  // One spelling only: else the case of a digit could be changed unseen.
  while (lowerCaseDigits[bytes[at] ?? 256]) at++;
  demand(at === end - 1, 'signature-gap');
}
