import { concat, fromLatin1, toLatin1 } from '../../bytes/bytes.ts';
import { holeOf, replaceText } from '../sealed-file.ts';
import { appendRevision, lastObject, nextNumber } from './append-revision.ts';
import type { Attack, Genuine } from './attack.ts';

const entry = (file: Uint8Array, pattern: RegExp) => pattern.exec(toLatin1(file))?.[0] ?? '';

/** The same file with another range of bytes, as long as the one that was there. */
function withByteRange({ sealed }: Genuine, text: string): Uint8Array {
  const old = entry(sealed, /(?<=\/ByteRange )\[.*?\] *(?= >>)/);
  return replaceText(sealed, old, text.padEnd(old.length));
}

const numbers = ({ sealed }: Genuine) => {
  const [, before = 0, after = 0, length = 0] = (
    entry(sealed, /(?<=\/ByteRange )\[.*?\]/).match(/\d+/g) ?? []
  ).map(Number);
  return { before, after, length };
};

/** A page that shows something else. */
function forgedPage({ sealed }: Genuine): Readonly<Record<number, string>> {
  const page = lastObject(sealed, 'Page');
  const content = 'BT /F0 12 Tf 72 700 Td (cum laude) Tj ET';
  const number = nextNumber(sealed);
  return {
    [page.number]: page.value.replace(/\/Contents \d+ 0 R/, `/Contents ${number} 0 R`),
    [number]: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  };
}

type Row = readonly [
  name: string,
  reason: Attack['reason'],
  build: (genuine: Genuine) => Uint8Array,
];

const families: Readonly<Record<string, readonly Row[]>> = {
  'universal signature forgery': [
    ['ByteRange null', 'byte-range-malformed', (genuine) => withByteRange(genuine, 'null')],
    ['ByteRange empty', 'byte-range-malformed', (genuine) => withByteRange(genuine, '[]')],
    [
      'ByteRange negative',
      'byte-range-malformed',
      (genuine) => withByteRange(genuine, '[0 -9 9 9]'),
    ],
    [
      'ByteRange huge',
      'byte-range-malformed',
      (genuine) => withByteRange(genuine, '[0 99999999999 1 1]'),
    ],
    [
      'ByteRange missing',
      'byte-range-malformed',
      ({ sealed }) => replaceText(sealed, '/ByteRange', '/ByteStage'),
    ],
    [
      'Contents missing',
      'signature-wrapped',
      ({ sealed }) => replaceText(sealed, '/Contents <', '/Kontents <'),
    ],
    [
      'Contents empty',
      'cms-malformed',
      ({ sealed }) => {
        const { end, start } = holeOf(sealed);
        return sealed.slice().fill(0x30, start, end);
      },
    ],
  ],
  'incremental saving attack': [
    [
      'a page replaced',
      'revision-chain',
      (genuine) => appendRevision(genuine.sealed, forgedPage(genuine)),
    ],
    [
      'a page replaced, without a table',
      'trailing-bytes',
      (genuine) => {
        const whole = appendRevision(genuine.sealed, forgedPage(genuine));
        return whole.subarray(0, toLatin1(whole).lastIndexOf('xref\n', whole.length - 40));
      },
    ],
    [
      'a page replaced, with a copy of the end',
      'trailing-bytes',
      (genuine) => {
        const [[number, value] = ['', '']] = Object.entries(forgedPage(genuine));
        const end = toLatin1(genuine.sealed).slice(
          toLatin1(genuine.sealed).lastIndexOf('startxref'),
        );
        return concat(genuine.sealed, fromLatin1(`${number} 0 obj\n${value}\nendobj\n${end}`));
      },
    ],
    ['an empty revision', 'revision-chain', ({ sealed }) => appendRevision(sealed, {})],
  ],
  'signature wrapping': [
    [
      'a wider gap',
      'signature-gap',
      (genuine) => {
        const { after, before, length } = numbers(genuine);
        return withByteRange(genuine, `[0 ${before} ${after + 2} ${length - 2}]`);
      },
    ],
    [
      'objects inside the gap',
      'object-malformed',
      ({ sealed }) => {
        const { end } = holeOf(sealed);
        const smuggled = sealed.slice();
        smuggled.set(fromLatin1('> 9 0 obj << >> endobj <'), end - 100);
        return smuggled;
      },
    ],
    [
      'the signed part moved behind',
      'trailing-bytes',
      (genuine) => {
        const { after, before, length } = numbers(genuine);
        const tail = genuine.sealed.subarray(after);
        const moved = withByteRange(genuine, `[0 ${before} ${after + length} ${length}]`);
        return concat(moved, tail);
      },
    ],
    [
      'a gap that is not the own Contents',
      'signature-wrapped',
      ({ sealed }) => {
        const renamed = replaceText(sealed, '/Contents <', '/Kontents <');
        const time = entry(sealed, /\/M \(D:\d{14}Z\)/);
        return replaceText(renamed, time, '/Contents <00>'.padEnd(time.length));
      },
    ],
    [
      'a literal string',
      'no-seal',
      ({ sealed }) => {
        const { end, start } = holeOf(sealed);
        const literal = sealed.slice();
        literal[start - 1] = 0x28;
        literal[end] = 0x29;
        return literal;
      },
    ],
  ],
  'shadow attack: hide': [
    [
      'a cover is freed',
      'revision-chain',
      ({ sealed }) => {
        const { number } = lastObject(sealed, 'Page');
        return appendRevision(sealed, { [number + 1]: 'null' });
      },
    ],
  ],
  'shadow attack: replace': [
    [
      'a font is exchanged',
      'revision-chain',
      ({ sealed }) => {
        const font = lastObject(sealed, 'Font');
        return appendRevision(sealed, { [font.number]: font.value });
      },
    ],
    [
      'a value of a form is laid over',
      'revision-chain',
      ({ sealed }) => {
        const field = lastObject(sealed, 'Annot');
        return appendRevision(sealed, { [field.number]: field.value.replace('/Sig', '/Tx') });
      },
    ],
  ],
  'shadow attack: hide and replace': [
    [
      'other pages that were there before',
      'revision-chain',
      ({ sealed }) => {
        const catalog = lastObject(sealed, 'Catalog');
        const pages = catalog.value.replace(/\/Pages \d+/, `/Pages ${catalog.number}`);
        return appendRevision(sealed, { [catalog.number]: pages });
      },
    ],
    [
      'a table that names other objects',
      'object-misplaced',
      ({ sealed }) => {
        const rows = [...toLatin1(sealed).matchAll(/\d{10} 00000 n\r\n/g)];
        const [first = '', second = ''] = rows.slice(-2).map(([row]) => row);
        return replaceText(sealed, first + second, second + first);
      },
    ],
  ],
  'evil annotation attack': [
    [
      'an annotation on the page',
      'revision-chain',
      ({ sealed }) => {
        const page = lastObject(sealed, 'Page');
        const number = nextNumber(sealed);
        return appendRevision(sealed, {
          [page.number]: page.value.replace(/\/Annots \[/, `/Annots [${number} 0 R `),
          [number]:
            '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (cum laude) >>',
        });
      },
    ],
  ],
  'sneaky signature attack': [
    [
      'a second signature field',
      'revision-chain',
      ({ sealed }) => {
        const catalog = lastObject(sealed, 'Catalog');
        const number = nextNumber(sealed);
        return appendRevision(sealed, {
          [catalog.number]: catalog.value.replace('/Fields [', `/Fields [${number} 0 R `),
          [number]: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (b) /Rect [0 0 500 500] >>',
        });
      },
    ],
  ],
  'certification attack': [
    ['changes allowed', 'certification', ({ sealed }) => replaceText(sealed, '/P 1 /V', '/P 3 /V')],
    [
      'usage rights in its place',
      'certification',
      ({ sealed }) => replaceText(sealed, '/Perms << /DocMDP', '/Perms << /UR3   '),
    ],
  ],
  'revision smuggling': [
    [
      'a document security store',
      'revision-chain',
      ({ sealed }) => {
        const catalog = lastObject(sealed, 'Catalog');
        const value = catalog.value.replace('/AcroForm', '/DSS << /VRI << >> >> /AcroForm');
        return appendRevision(sealed, { [catalog.number]: value });
      },
    ],
  ],
  polyglot: [
    [
      'a picture in front',
      'header-displaced',
      ({ sealed }) => concat(fromLatin1('GIF89a'), sealed),
    ],
    [
      'an archive behind',
      'trailing-bytes',
      ({ sealed }) => concat(sealed, fromLatin1('PK\x05\x06'), new Uint8Array(18)),
    ],
    [
      'a page for browsers behind',
      'trailing-bytes',
      ({ sealed }) => concat(sealed, fromLatin1('<html><script>')),
    ],
  ],
  'duplicate keys': [
    [
      'in the catalog',
      'duplicate-key',
      ({ sealed }) => replaceText(sealed, '/AcroForm', '/P#61ges '),
    ],
    [
      'in the signature',
      'duplicate-key',
      ({ sealed }) => replaceText(sealed, '/SubFilter /ETSI', '/Contents    /EI'),
    ],
  ],
  'cross-references': [
    [
      'hybrid',
      'cross-reference-malformed',
      ({ sealed }) => {
        const info = [...toLatin1(sealed).matchAll(/\/Info \d+ 0 R/g)].at(-1)?.[0] ?? '';
        return replaceText(sealed, info, '/XRefStm 9'.padEnd(info.length));
      },
    ],
    [
      'an offset that is wrong by one',
      'object-misplaced',
      ({ sealed }) => {
        const row = [...toLatin1(sealed).matchAll(/\d{10} 00000 n\r\n/g)].at(-1)?.[0] ?? '';
        const wrong = String(Number(row.slice(0, 10)) + 1).padStart(10, '0');
        return replaceText(sealed, row, wrong + row.slice(10));
      },
    ],
    [
      'no table at all',
      'cross-reference-malformed',
      ({ sealed }) => replaceText(sealed, '\nxref\n', '\nxrex\n'),
    ],
    [
      'a chain that leads to itself',
      'revision-chain',
      ({ sealed }) => {
        const text = toLatin1(sealed);
        const [previous = ''] = /\/Prev \d+/.exec(text.slice(text.lastIndexOf('/Prev'))) ?? [];
        return replaceText(
          sealed,
          previous,
          `/Prev ${/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]}`,
        );
      },
    ],
  ],
};

export const structureAttacks: readonly Attack[] = Object.entries(families).flatMap(
  ([family, rows]) =>
    rows.map(([name, reason, build]) => ({
      family,
      name,
      reason,
      build: (genuine) => ({ file: build(genuine) }),
    })),
);
