import { exampleExtracts } from '@diplomaregister/contract/examples';
import { describe, expect, it } from 'vitest';
import { readExtract } from './read-extract.ts';
import { Misfit } from './reader.ts';

const extract = exampleExtracts.dutch;
const [diploma] = extract.diplomas;

function read(value: unknown) {
  return readExtract(new TextEncoder().encode(JSON.stringify(value)));
}

describe('reading extract.json', () => {
  it.each(Object.values(exampleExtracts))('gives $number as it is', (example) => {
    expect(read(example)).toEqual(example);
  });

  it.each<[string, unknown]>([
    ['text', 'extract'],
    ['no object', []],
    ['another profile', { ...extract, profile: 'diplomaregister-extract-2' }],
    ['an unknown property', { ...extract, bsn: '999990019' }],
    ['no diplomas', { ...extract, diplomas: [] }],
    [
      'a number with a symbol that Crockford leaves out',
      { ...extract, number: 'DR-7K3M-9QXI-T2VD-H' },
    ],
    ['a time that is none', { ...extract, issuedAt: '2026-13-45T99:00:00Z' }],
    ['a day that is none', withDiploma({ awardedOn: '2023-02-30' })],
    ['a day and a month', withDiploma({ awardedIn: '2010-06' })],
    ['neither day nor month', withDiploma({ awardedOn: undefined })],
    ['an index outside the list', withDiploma({ status: { ...diploma?.status, index: 131_072 } })],
    [
      'a status address that is a script',
      withDiploma({ status: { uri: 'javascript:0', index: 1 } }),
    ],
    ['a level that is not known', withDiploma({ level: 'phd' })],
    ['markup in a name', withDiploma({ holder: { ...diploma?.holder, familyName: '<b>' } })],
    ['a mark of 11', withDiploma({ marks: [{ ...diploma?.marks?.[0], final: '11' }] })],
    ['an inherited property', withDiploma({ __proto__: { level: 'vwo' }, level: undefined })],
  ])('refuses %s', (_, value) => {
    expect(() => read(value)).toThrow(Misfit);
  });

  it('refuses what is not UTF-8', () => {
    expect(() => readExtract(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(Misfit);
  });
});

function withDiploma(change: object) {
  return { ...extract, diplomas: [{ ...diploma, ...change }] };
}
