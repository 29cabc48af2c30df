import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromLatin1, toLatin1 } from './bytes/bytes.ts';
import type { SealReason } from './reasons.ts';
import { seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import { expectReason as expectReasonWith } from './test-support/expect-reason.ts';
import type { TestRegister } from './test-support/register.ts';
import { createTestRegister } from './test-support/register.ts';
import { holeOf, replaceText } from './test-support/sealed-file.ts';
import { verifySeal } from './verify.ts';

let register: TestRegister;
let sealed: Uint8Array;

beforeAll(async () => {
  register = await createTestRegister();
  sealed = await seal(compose(), register);
});

function expectReason(reason: SealReason, file: Uint8Array): Promise<void> {
  return expectReasonWith(reason, file, register.options);
}

describe('the range of bytes (universal signature forgery, signature wrapping)', () => {
  const byteRange = () => /(?<=\/ByteRange )\[.*?\] *(?= >>)/.exec(toLatin1(sealed))?.[0] ?? '';
  const withByteRange = (text: string) =>
    replaceText(sealed, byteRange(), text.padEnd(byteRange().length));

  it.each(['null', '[]', '[0 1 2]', '[0 1 2 3 4]', '[0 -1 2 3]', '[0 +1 2 3]', '[0 1.0 2 3]'])(
    'may not be %s',
    (text) => expectReason('byte-range-malformed', withByteRange(text)),
  );

  it.each(['[0 (1) 2 3]', '[0 [1] 2 3]', '[0 1 0 R 3]', '[0 99999999999 2 3]'])(
    'may not be %s',
    (text) => expectReason('byte-range-malformed', withByteRange(text)),
  );

  it('must be there, once, as a value of its own', async () => {
    await expectReason('byte-range-malformed', replaceText(sealed, '/ByteRange', '/BiteRange'));
    await expectReason(
      'duplicate-key',
      replaceText(sealed, '/SubFilter /ETSI', '/Contents    /EI'),
    );
  });

  it('must begin at the beginning and end at the end', async () => {
    const [, before, after, length] = byteRange().match(/\d+/g) ?? [];
    await expectReason('byte-range-incomplete', withByteRange(`[1 ${before} ${after} ${length}]`));
    const shorter = `[0 ${before} ${after} ${Number(length) - 1}]`;
    await expectReason('byte-range-incomplete', withByteRange(shorter));
    const none = `[0 ${before} ${sealed.length} 0]`;
    await expectReason('byte-range-malformed', withByteRange(none));
  });

  it('must leave out the value of its own /Contents and nothing more', async () => {
    const [, before, after, length] = (byteRange().match(/\d+/g) ?? []).map(Number);
    if (!before || !after || !length) throw new Error('Four numbers are expected');
    const wider = `[0 ${before - 1} ${after} ${length}]`;
    await expectReason('signature-gap', withByteRange(wider));
    const later = `[0 ${before} ${after + 2} ${length - 2}]`;
    await expectReason('signature-gap', withByteRange(later));
  });

  it('must leave out its own /Contents, not the value of another key', async () => {
    const renamed = replaceText(sealed, '/Contents <', '/Kontents <');
    const time = /\/M \(D:\d{14}Z\)/.exec(toLatin1(sealed))?.[0] ?? '';
    const wrapped = replaceText(renamed, time, '/Contents <00>'.padEnd(time.length));
    await expectReason('signature-wrapped', wrapped);
  });

  it('must leave out a hexadecimal string', async () => {
    const { end, start } = holeOf(sealed);
    const literal = sealed.slice();
    literal.set(fromLatin1('('), start - 1);
    literal.set(fromLatin1(')'), end);
    await expectReason('no-seal', literal);
    for (const [at, character] of [
      [end - 4, ' '],
      [end - 4, 'A'],
      [end - 4, '>'],
    ] as const) {
      const changed = sealed.slice();
      changed.set(fromLatin1(character), at);
      const { outcome } = await verifySeal(changed, register.options);
      expect(outcome).toBe('altered');
    }
  });
});

describe('the sealing revision (shadow, certification and field attacks)', () => {
  it.each([
    ['certification', '/P 1 /V', '/P 2 /V'],
    ['certification', '/DocMDP ', '/UR3    '],
    ['certification', '/Perms << /DocMDP', '/Perms << /DocMDX'],
    ['certification', '/TransformMethod /DocMDP', '/TransformMethod /FieldM'],
    ['signature-field', '/SigFlags 3', '/SigFlags 0'],
    ['signature-field', '/FT /Sig', '/FT /Btn'],
    ['signature-field', '/Rect [0 0 0 0]', '/Rect [0 0 9 9]'],
    ['signature-field', '/F 132', '/F 4  '],
    ['signature-dictionary', '/ETSI.CAdES.detached', '/adbe.pkcs7.detached'],
    ['signature-dictionary', '/Adobe.PPKLite', '/Adobe.PPKMini'],
    ['signature-dictionary', '/Type /Sig ', '/Type /Six '],
    ['signature-dictionary', '/M (D:', '/N (D:'],
    ['revision-content', '/Annots [', '/Annoys ['],
    ['revision-content', '/Lang (nl)', '/Lang (en)'],
    ['revision-content', '/Tabs /S', '/Tabs /R'],
    ['cross-reference-malformed', '/Info ', '/Inf0 '],
    ['cross-reference-malformed', '00000 n', '00001 n'],
    ['cross-reference-malformed', '\nxref\n', '\nxrex\n'],
    ['revision-chain', '/Prev ', '/Next '],
    ['trailing-bytes', '%%EOF\n', '%%EOG\n'],
    ['object-misplaced', 'endobj\n', 'endobj%'],
    ['object-malformed', 'endobj\n', 'endobk\n'],
    ['encrypted', '/Info 3', '/Encrypt'],
  ] as const)('rejects as %s: %j made %j', async (reason, search, replacement) => {
    if (reason === 'encrypted') {
      const text = toLatin1(sealed);
      const info = /\/Info \d+ 0 R/.exec(text)?.[0] ?? '';
      return expectReason(reason, replaceText(sealed, info, '/Encrypt 0'.padEnd(info.length)));
    }
    return expectReason(reason, replaceText(sealed, search, replacement));
  });

  it('rejects a second end that points back to the seal', async () => {
    const text = toLatin1(sealed);
    const end = text.slice(text.lastIndexOf('startxref'));
    await expectReason('trailing-bytes', concat(sealed, fromLatin1(end)));
  });

  it('rejects a wrong count of objects, and a stream beside the table', async () => {
    const text = toLatin1(sealed);
    const [size = '', count] = /\/Size (\d+)/.exec(text.slice(text.lastIndexOf('/Size'))) ?? [];
    const more = `/Size ${Number(count) + 1}`;
    await expectReason('cross-reference-malformed', replaceText(sealed, size, more));
    const [previous = ''] = /\/Prev \d+/.exec(text.slice(text.lastIndexOf('/Prev'))) ?? [];
    const hybrid = previous.replace('/Prev ', '/XRefStm ').slice(0, previous.length);
    await expectReason('revision-chain', replaceText(sealed, previous, hybrid));
  });

  it('rejects a page that shows another annotation, or has more added to it', async () => {
    const [annotations = ''] = /\/Annots \[\d+ 0 R\]/.exec(toLatin1(sealed)) ?? [];
    const other = '/Annots [1 0 R]'.padEnd(annotations.length);
    await expectReason('revision-content', replaceText(sealed, annotations, other));
    await expectReason('revision-content', replaceText(sealed, '/Tabs /S\n', '/Tabz /S\n'));
  });

  it('rejects numbers that the register does not give', async () => {
    const text = toLatin1(sealed);
    const field = Number(/\/Fields \[(\d+) 0 R\]/.exec(text)?.[1]);
    const other = (number: number) => (number === field ? field + 1 : field);
    // Field and signature change numbers, wherever they stand, and their rows change places.
    const revision = text.slice(text.lastIndexOf('%%EOF', text.length - 10));
    const pattern = new RegExp(`\\b(${field}|${field + 1}) 0 (R|obj)`, 'g');
    const swapped = revision
      .replaceAll(pattern, (_, number, kind) => `${other(Number(number))} 0 ${kind}`)
      .replace(/(\d{10} 00000 n\r\n)(\d{10} 00000 n\r\n)(?=trailer)/, '$2$1');
    await expectReason('revision-content', replaceText(sealed, revision, swapped));
  });

  it('rejects a page that is none, and a time in another form', async () => {
    const time = /\/M \(D:\d{14}Z\)/.exec(toLatin1(sealed))?.[0] ?? '';
    const local = time.replace('Z)', "')");
    await expectReason('signature-dictionary', replaceText(sealed, time, local));
    const order = replaceText(sealed, '/Type /Sig /Filter', '/Filter /Sig /Type');
    await expectReason('signature-dictionary', order);
  });

  it('rejects a chain that leads to itself', async () => {
    const text = toLatin1(sealed);
    const previous = /\/Prev \d+/.exec(text.slice(text.lastIndexOf('/Prev')))?.[0] ?? '';
    const own = `/Prev ${/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]}`;
    await expectReason('revision-chain', replaceText(sealed, previous, own));
  });

  it('rejects a second revision, however small', async () => {
    const text = toLatin1(sealed);
    const previous = text.lastIndexOf('xref\n', text.lastIndexOf('startxref'));
    const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
    const start = sealed.length;
    const chained = trailer.replace(/\/Prev \d+/, `/Prev ${previous}`);
    const addition = `xref\n0 0\n${chained}startxref\n${start}\n%%EOF\n`;
    const report = await verifySeal(concat(sealed, fromLatin1(addition)), register.options);
    expect(report).toMatchObject({ outcome: 'altered' });
  });
});
