import { expect, it } from 'vitest';
import { concat, fromLatin1, toLatin1 } from '../bytes/bytes.ts';
import type { SealReason } from '../reasons.ts';
import { Rejection } from '../reasons.ts';
import { appendRevision } from '../test-support/attacks/append-revision.ts';
import { replaceText } from '../test-support/sealed-file.ts';
import { plainObjects, writePdf } from '../test-support/write-pdf.ts';
import { readSealedDocument } from './document.ts';
import { readSealRevision } from './seal-revision.ts';
import { sealTemplate } from './seal-template.ts';

/** What the sealing revision of the plain document has, as text that a test may change. */
const parts = {
  page: 3,
  catalog: '/AcroForm << /Fields [6 0 R] /SigFlags 3 >> /Perms << /DocMDP 7 0 R >>',
  annotations: '/Annots [6 0 R] /Tabs /S',
  digits: '00'.repeat(10),
  more: '',
  others: {} as Readonly<Record<number, string>>,
};

const unknownRange = '[0 1111 222222 3333]';

/** A document with such a revision, whose range of bytes fits. */
function revised(changes: Partial<typeof parts> = {}): Uint8Array {
  const { annotations, catalog, digits, more, others, page } = { ...parts, ...changes };
  const extended = (number: number, added: string) =>
    `${plainObjects[number]?.slice(0, -2)}${added} >>`;
  const { certification, filter, subFilter } = sealTemplate;
  const file = appendRevision(concat(writePdf(), fromLatin1('\n')), {
    1: extended(1, catalog),
    [page]: extended(page, annotations),
    6: sealTemplate.field(page, 7),
    7:
      `<< /Type /Sig /Filter /${filter} /SubFilter /${subFilter} /M (D:20260901120000Z) ` +
      `/Reference ${certification} /Contents <${digits}> /ByteRange ${unknownRange}${more} >>`,
    ...others,
  });
  const start = toLatin1(file).lastIndexOf(`<${digits}>`);
  const end = start + digits.length + 2;
  const range = `[0 ${start} ${end} ${file.length - end}]`;
  return replaceText(file, unknownRange, range.padEnd(unknownRange.length));
}

const read = (file: Uint8Array) => readSealRevision(file, readSealedDocument(file));

it('adds catalog, page, field and signature, and says where the signature stands', () => {
  const file = revised();
  const { end, start } = read(file);
  expect(toLatin1(file.subarray(start, end))).toBe(parts.digits);
});

it.each<[string, SealReason, Partial<typeof parts>]>([
  ['an object besides', 'revision-content', { others: { 8: '<< >>' } }],
  ['something else than a page', 'revision-content', { page: 2 }],
  [
    'another key in the page',
    'revision-content',
    { annotations: `${parts.annotations} /Rotate 180` },
  ],
  ['another key in the catalog', 'revision-content', { catalog: `${parts.catalog} /Lang (en)` }],
  ['another key in the signature', 'signature-dictionary', { more: ' /Name (Register)' }],
  ['half a byte', 'signature-gap', { digits: `${parts.digits}0` }],
  ['more digits than any seal has', 'work-limit', { digits: '00'.repeat(65_537) }],
  ['digits of the other case', 'signature-gap', { digits: 'AB'.repeat(10) }],
])('does not hold %s', (_, reason, changes) => {
  expect(() => read(revised(changes))).toThrow(new Rejection(reason));
});
