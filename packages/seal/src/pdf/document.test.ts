import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLatin1, toLatin1 } from '../bytes/bytes.ts';
import type { SealReason } from '../reasons.ts';
import { Rejection } from '../reasons.ts';
import { compose } from '../test-support/compose.ts';
import { plainObjects, writePdf } from '../test-support/write-pdf.ts';
import { addedKeys, dictionary, readComposedDocument, readSealedDocument } from './document.ts';
import { IndirectObject, ObjectReader } from './objects.ts';

const text = toLatin1(writePdf());

function rejects(reason: SealReason, pdf: string | Uint8Array): void {
  const bytes = typeof pdf === 'string' ? fromLatin1(pdf) : pdf;
  expect(() => readComposedDocument(bytes)).toThrow(new Rejection(reason));
}

describe('a composed document', () => {
  it('is what Typst writes, every object in its place', () => {
    const document = readComposedDocument(compose());
    expect(document.objects.size).toBe(document.section.offsets.size);
    expect(document.catalog.entries.get('Lang')).toMatchObject({ type: 'string', value: 'nl' });
  });

  it('may end with one line end, and with nothing else', () => {
    expect(readComposedDocument(fromLatin1(`${text}\n`)).root).toBe(1);
    rejects('trailing-bytes', `${text}\n\n`);
    rejects('trailing-bytes', `${text} `);
    rejects('trailing-bytes', text.slice(0, -1));
    // A second end that points back to the table before it.
    const end = text.slice(text.lastIndexOf('\nstartxref'));
    rejects('trailing-bytes', text + end);
  });

  it('begins with its header', () => {
    rejects('header-displaced', text.replace('%PDF-1.7', '%PDF-1.6'));
    rejects('header-displaced', text.replace('\x80\x80', 'ab'));
  });

  it('has no bytes that belong to no object', () => {
    rejects('object-misplaced', text.replace('endobj\n\n', 'endobj\n%'));
    rejects('object-misplaced', text.replace('endobj\n\n', 'endobjx\n'));
    rejects('object-misplaced', text.replace('2 0 obj', '3 0 obj'));
  });

  it('lists no object twice', () => {
    const entry = /\d{10} 00000 n\r\n/.exec(text)?.[0] ?? '';
    rejects('object-misplaced', text.replace('trailer', `1 1\n${entry}trailer`));
  });

  it('has the one table that the register makes', () => {
    rejects('cross-reference-malformed', text.replace('00000 n\r\n', '00000 f\r\n'));
    rejects('cross-reference-malformed', text.replace('00000 n\r\n', '00001 n\r\n'));
    rejects('cross-reference-malformed', text.replace(/\n0(\d{9} 00000 n)/, '\n$1'));
    rejects('object-malformed', text.replace('/Catalog', '/Kanalog'));
    rejects('cross-reference-malformed', text.replace('/Size 6', '/Size 7'));
    rejects('cross-reference-malformed', text.replace('/Root 1', '/XRefStm 1 /Root 1'));
    rejects('cross-reference-malformed', text.replace('/Root 1 0 R', '/Root 1'));
    rejects('cross-reference-malformed', text.replace(/startxref\n\d+/, 'startxref\n9'));
    rejects('cross-reference-malformed', text.replace(/<<\n {2}\/Size[^>]*>>/, '[]'));
    rejects('work-limit', text.replace('xref\n0 6', 'xref\n0 9999999999'));
    rejects('encrypted', text.replace('/Root 1', '/Encrypt 1 0 R /Root 1'));
    rejects('revision-chain', text.replace('/Root 1', '/Prev 9 /Root 1'));
    rejects('duplicate-key', text.replace('/Root 1', '/Root 1 0 R /Root 1'));
    expect(() => readSealedDocument(fromLatin1(`${text}\n`))).toThrow(
      new Rejection('revision-chain'),
    );
  });

  it('has no key twice in any dictionary, however it is spelled', () => {
    const twice = plainObjects[3]?.replace('/Parent', '/Ty#70e /Page /Parent') ?? '';
    rejects('duplicate-key', writePdf({ ...plainObjects, 3: twice }));
  });

  it('has no dictionary with more keys than an extract needs', () => {
    const keys = (count: number) =>
      Array.from({ length: count }, (_, key) => `/K${key} 1`).join(' ');
    expect(() =>
      readComposedDocument(writePdf({ ...plainObjects, 6: `<< ${keys(256)} >>` })),
    ).not.toThrow();
    rejects('work-limit', writePdf({ ...plainObjects, 6: `<< ${keys(257)} >>` }));
  });

  it('is not deeper and not larger than an extract', () => {
    const deep = '['.repeat(50) + ']'.repeat(50);
    rejects('work-limit', writePdf({ ...plainObjects, 6: deep }));
    const endless = '['.repeat(1_000_000);
    rejects('work-limit', writePdf({ ...plainObjects, 6: endless }));
    const wide = `[${'1 '.repeat(600_000)}]`;
    rejects('work-limit', writePdf({ ...plainObjects, 6: wide }));
    const long = `(${'x'.repeat(70_000)})`;
    rejects('work-limit', writePdf({ ...plainObjects, 6: long }));
  });
});

describe('what a later dictionary adds', () => {
  it.each([
    ['<< /A /One >> << /A /One /B 1 >>', ['B']],
    ['<< /A /One >> << /A /OneColumn /B 1 >>', undefined],
    ['<< /A /One >> << /A /Two /B 1 >>', undefined],
    ['<< /A /One >> << /B 1 >>', undefined],
  ])('is found by comparing the bytes of %s', (source, added) => {
    const bytes = fromLatin1(source);
    const reader = new ObjectReader(bytes);
    const before = dictionary(reader.value(), 'object-malformed');
    reader.skipWhitespace();
    const after = dictionary(reader.value(), 'object-malformed');
    expect(addedKeys(bytes, before, after)).toEqual(added);
  });
});

describe('the reader of objects', () => {
  const value = (source: string) => new ObjectReader(fromLatin1(source)).value();

  it('reads every kind of value', () => {
    expect(value('null').type).toBe('null');
    expect(value('true')).toMatchObject({ type: 'boolean', value: true });
    expect(value('42')).toMatchObject({ type: 'number', value: 42, plain: true });
    expect(value('-4.5')).toMatchObject({ type: 'number', value: -4.5, plain: false });
    expect(value('/Name#20x')).toMatchObject({ type: 'name', value: 'Name x' });
    expect(value('(a(b)\\)c)')).toMatchObject({ type: 'string', value: 'a(b)\\)c' });
    expect(value('<0aF>')).toMatchObject({ type: 'string', hexadecimal: true });
    expect(value('12 0 R')).toMatchObject({ type: 'reference', number: 12 });
    expect(value('[1 0 2 0 R]')).toMatchObject({
      items: [{ value: 1 }, { value: 0 }, { number: 2 }],
    });
    expect(value('<< /A<</B[]>> >>').type).toBe('dictionary');
  });

  it.each([
    '',
    '%x',
    '<0g>',
    '<0',
    '(',
    '[',
    '<<',
    '<< 1 >>',
    '<< /A >>',
    '/A#',
    '/A#0',
    '/A#zz',
    '1.2.3',
    'x',
  ])('rejects %j', (source) => {
    expect(() => value(source)).toThrow(new Rejection('object-malformed'));
  });

  it('rejects keys that are no names, and names that are too long', () => {
    expect(() => value('<< 1A 2 >>')).toThrow(Rejection);
    expect(value(`/${'x'.repeat(127)}`).type).toBe('name');
    expect(() => value(`/${'x'.repeat(128)}`)).toThrow(Rejection);
    expect(() => value('1'.repeat(400))).toThrow(Rejection);
    expect(() => new ObjectReader(fromLatin1('12345678901')).digits()).toThrow(Rejection);
  });

  it.each([
    '',
    '/Length 1 0 R',
    '/Length -1',
    '/Length 2.0',
    '/Length 9999',
    '/Length 1',
    '/Length 30',
  ])('rejects a stream of two bytes with %j', (entry) => {
    const source = (length: string) =>
      fromLatin1(`1 0 obj\n<< ${length} >>\nstream\n{}\nendstream\nendobj`);
    const read = (length: string) => new IndirectObject(new ObjectReader(source(length)));
    expect(read('/Length 2').stream).toBeDefined();
    expect(() => read(entry)).toThrow(Rejection);
  });

  it('gives a value or a typed rejection for anything', () => {
    const piece = fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '/',
      '/A',
      ' ',
      '1',
      '0',
      ' 0 R',
      '-',
      '.',
      '#',
      '\\',
      '%',
      'true',
      '\n',
    );
    const source = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(source, (input) => {
        const reader = new ObjectReader(fromLatin1(input));
        const skipper = new ObjectReader(fromLatin1(input));
        const rejectionOf = (read: () => unknown) => {
          try {
            read();
            return undefined;
          } catch (error) {
            expect(error).toBeInstanceOf(Rejection);
            return error;
          }
        };
        const rejection = rejectionOf(() => reader.value());
        // To skip a value is as strict as to read it.
        expect(rejectionOf(() => skipper.skip())).toEqual(rejection);
        expect(skipper.at).toBe(reader.at);
        expect(skipper.names).toEqual(reader.names);
        expect(reader.at).toBeLessThanOrEqual(input.length + 2);
      }),
      { numRuns: 3000 },
    );
  });
});
