import { describe, expect, it } from 'vitest';
import { createSchemas } from '../suite/schemas.ts';
import {
  exampleAccessRecords,
  exampleCorrectionRequests,
  exampleCoverage,
  exampleDeliveryLines,
  exampleDiplomas,
  exampleExtracts,
  exampleInstitutions,
  exampleListedInstitutions,
  exampleMarks,
  exampleNewShare,
  examplePersons,
  exampleRegisterUrl,
  exampleShares,
  exampleStatistics,
  exampleStatusIndexes,
} from './index.ts';

const schemas = createSchemas();

const examples: Readonly<Record<string, readonly unknown[]>> = {
  AccessRecord: exampleAccessRecords,
  CorrectionRequest: Object.values(exampleCorrectionRequests),
  Coverage: [exampleCoverage],
  DeliveryLine: Object.values(exampleDeliveryLines),
  Diploma: Object.values(exampleDiplomas),
  Extract: Object.values(exampleExtracts),
  Institution: Object.values(exampleInstitutions),
  ListedInstitution: exampleListedInstitutions,
  NewShare: [exampleNewShare],
  Person: Object.values(examplePersons),
  Share: Object.values(exampleShares),
  Statistics: [exampleStatistics],
  SubjectMark: exampleMarks,
};

describe.each(Object.entries(examples))('examples of %s', (schema, values) => {
  it.each(values.map((value, index) => ({ index, value })))('$index keeps the contract', (each) => {
    expect(schemas.at(`/components/schemas/${schema}`)(each.value)).toEqual([]);
  });
});

it('would find a property that the contract does not name', () => {
  const diploma = { ...exampleDiplomas.vwo, bsn: '999990019' };
  expect(schemas.at('/components/schemas/Diploma')(diploma)).toEqual([
    expect.stringContaining('bsn'),
  ]);
});

it('would find a diploma with both a day and a month', () => {
  const diploma = { ...exampleDiplomas.vwo, awardedIn: '2010-06' };
  expect(schemas.at('/components/schemas/Diploma')(diploma)).not.toEqual([]);
});

describe('example extracts', () => {
  it.each(Object.values(exampleExtracts))('$number ends in its check symbol', ({ number }) => {
    const [, ...groups] = number.split('-');
    const check = groups.pop();
    expect(check).toBe(checkSymbol(groups.join('')));
  });

  it('name places in a status list of the example register', () => {
    const references = Object.values(exampleExtracts).flatMap(({ diplomas }) =>
      diplomas.map(({ status }) => status),
    );
    const places: readonly number[] = Object.values(exampleStatusIndexes);
    for (const { index, uri } of references) {
      expect(uri).toBe(`${exampleRegisterUrl}/status-lists/0`);
      expect(places).toContain(index);
    }
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('example delivery lines', () => {
  it('have BSNs for testing that pass the eleven test', () => {
    const lines = Object.values(exampleDeliveryLines);
    const numbers = lines.flatMap((line) =>
      'holder' in line && 'bsn' in line.holder ? [line.holder.bsn] : [],
    );
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) {
      expect(number).toMatch(/^9999/);
      const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce(
        (total, weight, index) => total + weight * Number(number[index]),
        0,
      );
      expect(sum % 11).toBe(0);
    }
  });
});

/** Crockford's check symbol: the number modulo 37. */
function checkSymbol(symbols: string): string | undefined {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
  let remainder = 0;
  for (const symbol of symbols) remainder = (remainder * 32 + alphabet.indexOf(symbol)) % 37;
  return alphabet[remainder];
}
