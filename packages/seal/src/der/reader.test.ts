import { describe, expect, it } from 'vitest';
import { fromHex } from '../bytes/bytes.ts';
import { Malformed, readDer } from './reader.ts';
import { readTime, writeTime } from './time.ts';
import { encode, integer, sequence, set } from './writer.ts';

const read = (hex: string) => readDer(fromHex(hex));

describe('the DER reader', () => {
  it('reads what the writer writes', () => {
    const bytes = sequence(
      integer(5),
      set(integer(200), integer(1)),
      encode(4, new Uint8Array(300)),
    );
    const fields = readDer(bytes).children();
    expect(fields.next().number()).toBe(5);
    expect(
      fields
        .next()
        .children()
        .all(2)
        .map((element) => element.number()),
    ).toEqual([1, 200]);
    expect(fields.next().octets()).toHaveLength(300);
    expect(fields.done).toBe(true);
  });

  it('gives an element only to who asks for its tag, or for any', () => {
    const fields = () => readDer(sequence(integer(5))).children();
    expect(fields().next(0x02).number()).toBe(5);
    expect(() => fields().next(0x04)).toThrow(Malformed);
    expect(fields().optional(0x04)).toBeUndefined();
  });

  it('reads no further than the element that it is in', () => {
    // Each time the inner element would end after the outer one, in bytes that are there.
    for (const outer of ['3001020101', '3002020101', '3003048201', '30020482']) {
      const [, length = 0] = fromHex(outer);
      const whole = fromHex(`3009${outer}`.padEnd(22, '0'));
      const inner = readDer(whole).children().next();
      expect(inner.length).toBe(2 + length);
      expect(() => inner.children().next()).toThrow(Malformed);
    }
    const empty = readDer(fromHex('300430000201')).children().next().children();
    expect(empty.optional(0x02)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['a length that is indefinite', '30800000'],
    ['a length in more bytes than needed', '0281017f'],
    ['a length with a zero in front', '0482000101'],
    ['a length that passes the end', '020201'],
    ['a tag of several bytes', '1f810100'],
    ['one that could be read as a tag and a length', '1f0100'],
    ['more after the end', '05000500'],
    ['a huge length', '0484ffffffff00'],
    ['a length of five bytes', '04850000000001ff'],
  ])('rejects %s', (_, hex) => {
    expect(() => read(hex)).toThrow(Malformed);
  });

  it('rejects values in another form than the shortest', () => {
    for (const hex of ['0200', '02020001', '0202ff80']) {
      expect(() => read(hex).integer()).toThrow(Malformed);
    }
    for (const hex of ['010101', '01020000', '0100']) {
      expect(() => read(hex).boolean()).toThrow(Malformed);
    }
    for (const hex of ['0600', '06028001', '060181'])
      expect(() => read(hex).oid()).toThrow(Malformed);
    for (const hex of ['0300', '030107', '0302 0101', '030208ff', '03020701'].map((text) =>
      text.replace(' ', ''),
    )) {
      expect(() => read(hex).flags()).toThrow(Malformed);
    }
    expect(read('03020780').flags()).toBe(0x8000);
    expect(() => read('03020180').bits()).toThrow(Malformed);
    expect(() => read('0500').integer()).toThrow(Malformed);
    expect(() => read('040101').integer()).toThrow(Malformed);
    expect(() => read('3000').children(0x31)).toThrow(Malformed);
    expect(() => read('02050100000000').number()).toThrow(Malformed);
    expect(() => read('0201ff').number()).toThrow(Malformed);
    expect(() => read('0420').children()).toThrow(Malformed);
  });

  it('reads times of the calendar only', () => {
    const time = (tag: number, text: string) =>
      readTime(readDer(encode(tag, new TextEncoder().encode(text))));
    expect(time(0x17, '491231235959Z')).toEqual(new Date('2049-12-31T23:59:59Z'));
    expect(time(0x17, '500101000000Z')).toEqual(new Date('1950-01-01T00:00:00Z'));
    expect(time(0x18, '20500101000000.25Z')).toEqual(new Date('2050-01-01T00:00:00.250Z'));
    for (const text of ['260230000000Z', '260101240000Z', '2601010000Z', '260101000000+0100']) {
      expect(() => time(0x17, text)).toThrow(Malformed);
    }
    for (const text of [
      '20260101000000.50Z',
      '20260101000000.Z',
      '20260101000000',
      '202601010000Z',
    ]) {
      expect(() => time(0x18, text)).toThrow(Malformed);
    }
    for (const day of ['1999-12-31T23:59:59Z', '2049-01-01T00:00:00Z', '2051-01-01T00:00:00Z']) {
      expect(readTime(readDer(writeTime(new Date(day))))).toEqual(new Date(day));
    }
  });
});
