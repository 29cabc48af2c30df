import { describe, expect, it } from 'vitest';
import type { SealReason } from '../reasons.ts';
import { Rejection } from '../reasons.ts';
import { compose } from '../test-support/compose.ts';
import { plainObjects, writePdf } from '../test-support/write-pdf.ts';
import { readComposedDocument } from './document.ts';
import { readDocumentRules } from './document-rules.ts';

const read = (objects: Readonly<Record<number, string>>) =>
  readDocumentRules(readComposedDocument(writePdf({ ...plainObjects, ...objects })));

function rejects(reason: SealReason, objects: Readonly<Record<number, string>>): void {
  expect(() => read(objects)).toThrow(new Rejection(reason));
}

describe('the rules for a document', () => {
  it('allow what Typst composes, and give its attachment', () => {
    const document = readComposedDocument(compose({ number: 'DR-1', diplomas: [] }));
    const { compressed, stored } = readDocumentRules(document);
    expect(compressed).toBe(false);
    expect(new TextDecoder().decode(stored)).toBe('{"number":"DR-1","diplomas":[]}');
    expect(read({}).stored).toEqual(new TextEncoder().encode('{}'));
  });

  it.each([
    '/OpenAction 3 0 R',
    '/AA << >>',
    '/AcroForm << /Fields [] >>',
    '/Perms << >>',
    '/OCProperties << >>',
    '/URI << /Base (x) >>',
    '/Open#41ction 3 0 R',
    '/PieceInfo << /A [<< /S /JavaScript /JS (app.alert) >>] >>',
    '/PieceInfo << /A << /S /Launch >> >>',
    '/PieceInfo << /Type /Action >>',
  ])('forbid a catalog with %s', (entry) => {
    const catalog = plainObjects[1]?.replace('/Type', `${entry} /Type`) ?? '';
    rejects('active-content', { 1: catalog });
  });

  it.each(['/Annots [6 0 R]', '/AA << >>', '/B [<< /XFA 1 >>]'])(
    'forbid a page with %s',
    (entry) => {
      rejects('active-content', { 3: `<< /Type /Page /Parent 2 0 R ${entry} >>` });
    },
  );

  it('forbid annotations, layers and signatures that nothing leads to', () => {
    rejects('active-content', { 6: '<< /Type /Annot /Subtype /Link >>' });
    rejects('active-content', { 6: '<< /Type /OCG >>' });
    rejects('active-content', { 6: '<< /Type /Sig >>' });
    rejects('active-content', { 6: '<< /Type /ObjStm /Length 0 >>\nstream\n\nendstream' });
  });

  it('forbid a stream that lies in another file', () => {
    rejects('active-content', { 6: '<< /F (other) /Length 0 >>\nstream\n\nendstream' });
  });

  it('demand exactly one attachment, with its name and its relation', () => {
    const embedded = '<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream';
    rejects('attachment', { 6: embedded });
    rejects('attachment', { 1: '<< /Type /Catalog /Pages 2 0 R >>' });
    for (const [number, before, after] of [
      [1, '(extract.json)', '(other.json)'],
      [1, '4 0 R] >>', '4 0 R (other) 4 0 R] >>'],
      [1, '/AF [4 0 R]', '/AF [5 0 R]'],
      [1, '/AF [4 0 R]', '/AF [4 0 R 4 0 R]'],
      [1, '/EmbeddedFiles', '/Other'],
      [1, '/EmbeddedFiles', '/Dests << >> /EmbeddedFiles'],
      [1, '/Names [', '/Limits [(a) (z)] /Names ['],
      [4, '/Data', '/Source'],
      [4, '/Filespec', '/Other'],
      [4, '/F 5 0 R', '/F 3 0 R'],
      [5, '/Length', '/Filter /LZWDecode /Length'],
      [5, '/Length', '/DecodeParms << >> /Length'],
      [5, '/EmbeddedFile', '/Other'],
    ] as const) {
      rejects('attachment', { [number]: plainObjects[number]?.replace(before, after) ?? '' });
    }
  });
});
