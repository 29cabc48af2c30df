import { exampleDiplomas, exampleShares } from '@diplomaregister/contract/examples';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiploma } from './read-diploma.ts';
import { readShareVerdict } from './read-verdict.ts';
import { Misfit } from './reader.ts';

const { DeliveredHolder, NamePart, Person, ShareRequest } = document.components.schemas;
const { vwo } = exampleDiplomas;
const {
  id: _id,
  marks: _marks,
  registeredAt: _at,
  standing: _standing,
  version: _version,
  ...awarded
} = vwo;

/** Reads a diploma whose holder has this part of a name. */
const readHolder = (part: 'familyName' | 'givenNames' | 'prefix') => (text: string) =>
  readDiploma({ ...awarded, holder: { ...awarded.holder, [part]: text } }).holder[part];

function readReceiver(receiver: string): string | undefined {
  const verdict = readShareVerdict({
    outcome: 'genuine',
    checkedAt: vwo.registeredAt,
    trust: 'tls',
    checks: [{ name: 'code-valid', result: 'pass' }],
    subject: {
      kind: 'share',
      expiresOn: exampleShares.active.expiresOn,
      marks: true,
      example: false,
      receiver,
    },
    diplomas: [{ standing: 'valid', diploma: awarded }],
  });
  return 'subject' in verdict && verdict.subject.kind === 'share'
    ? verdict.subject.receiver
    : undefined;
}

interface TextSchema {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: string;
}

/** What the contract takes, and who reads it when it is verified. */
const names: readonly [string, TextSchema, (text: string) => string | undefined][] = [
  ['given names', NamePart, readHolder('givenNames')],
  ['a family name', NamePart, readHolder('familyName')],
  ['a delivered prefix', DeliveredHolder.properties.prefix, readHolder('prefix')],
  ['a prefix', Person.properties.prefix, readHolder('prefix')],
  ['a receiver', ShareRequest.properties.receiver, readReceiver],
];

function accepts(read: (text: string) => string | undefined, text: string): boolean {
  try {
    return read(text) === text;
  } catch (error) {
    if (error instanceof Misfit) return false;
    throw error;
  }
}

describe.each(names)('%s', (_name, { maxLength, minLength, pattern }, read) => {
  const form = new RegExp(pattern, 'u');

  it('that the contract takes is one that can be verified', () => {
    const point = fc.oneof(
      { weight: 50, arbitrary: fc.integer({ min: 0, max: 0x10ffff }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xff }) },
    );
    const character = point.map((value) => String.fromCodePoint(value));
    const text = fc
      .string({ unit: character, minLength, maxLength, size: 'max' })
      .filter((candidate) => form.test(candidate));
    const property = fc.property(text, (name) => accepts(read, name));
    fc.assert(property, { numRuns: 100 });
  });

  it('may hold, and end in, what the other end takes there, and nothing else', () => {
    const differing = Array.from({ length: 0x800 }, (_, point) => String.fromCodePoint(point))
      .flatMap((character) => [`D${character}Angelo`, `Angelo${character}`])
      .filter((candidate) => accepts(read, candidate) !== form.test(candidate));
    expect(differing).toEqual([]);
  });
});
