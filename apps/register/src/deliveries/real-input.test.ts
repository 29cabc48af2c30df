import type { RegisterLine, Sector } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReferenceInstitution } from '../reference/reference-set.ts';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, testBsn } from '../test-support/deliver.ts';
import { readRealInput } from '../test-support/real-input.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

const input = await readRealInput();
const { institutions, programmes, subjects } = input.reference;

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister({ reference: input.reference });
});
afterAll(() => register.close());

const schoolsOfSector = { vo: 12, mbo: 8, ho: 10 } as const satisfies Record<Sector, number>;
const linesOfSchool = 100;
const peopleCount = 900;

/** The same choice each time for the same number: xorshift, so that neighbours differ. */
function choose<Item>(items: readonly Item[], seed: number): Item {
  let mixed = (seed + 1) * 0x9e3779b1;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  const item = items[((mixed ^ (mixed >>> 13)) >>> 0) % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

const openSchools = (sector: Sector): ReferenceInstitution[] =>
  institutions
    .filter(({ closed, sectors }) => sectors.includes(sector) && closed === undefined)
    .slice(0, schoolsOfSector[sector]);

const grades = ['4.6', '5.5', '6.0', '7.3', '8.8', '10.0'];

/** A diploma at a school for one of a fixed population, always the same for the same numbers. */
function lineOf(school: ReferenceInstitution, sector: Sector, number: number): RegisterLine {
  const seed = Number.parseInt(school.code, 36) + number * 7_919;
  const person = seed % peopleCount;
  const programme = choose(
    programmes.filter((candidate) => candidate.sector === sector),
    seed,
  );
  const year = 2_012 + (seed % 14);
  const examined = new Set(
    Array.from({ length: 8 }, (_, at) => choose(subjects, seed + at * 31).code),
  );
  const marks = [...examined].map((subject, at) => ({
    subject,
    schoolExam: choose(grades, seed + at),
    centralExam: choose(grades, seed - at),
    final: choose(['6', '7', '8', 'good'], seed + at),
  }));
  return {
    action: 'register',
    recordId: `${sector}-${number}`,
    holder: {
      bsn: testBsn(person),
      givenNames: choose(input.givenNames, person),
      birthDate: `19${80 + (person % 15)}-0${1 + (person % 9)}-1${person % 10}`,
      ...choose(input.familyNames, person),
    },
    diploma: {
      institution: school.code,
      programme: { scheme: programme.scheme, code: programme.code },
      ...(sector === 'vo' && { marks }),
      ...(seed % 3 === 0 ? { awardedIn: `${year}-07` } : { awardedOn: `${year}-06-2${seed % 9}` }),
    },
  };
}

describe(`deliveries made of ${input.source}`, () => {
  const delivered = new Map<string, RegisterLine[]>();

  test.each<Sector>(['vo', 'mbo', 'ho'])('of %s are all accepted', async (sector) => {
    const schools = openSchools(sector);
    expect(schools.length).toBeGreaterThan(0);
    for (const school of schools) {
      const lines = Array.from({ length: linesOfSchool }, (_, at) => lineOf(school, sector, at));
      const delivery = await deliver(register, lines, school.code);
      expect(delivery).toMatchObject({ registered: linesOfSchool, rejected: 0 });
      for (const line of lines) {
        const bsn = line.holder.bsn ?? '';
        delivered.set(bsn, [...(delivered.get(bsn) ?? []), line]);
      }
    }
  });

  test('change nothing when they come again', async () => {
    const [school] = openSchools('vo');
    if (school === undefined) throw new Error('There is no school.');
    const lines = Array.from({ length: linesOfSchool }, (_, at) => lineOf(school, 'vo', at));

    expect(await deliver(register, lines, school.code)).toMatchObject({ unchanged: linesOfSchool });
  });

  test('give each holder exactly their own diplomas, as they were named', async () => {
    const holders = [...delivered].filter((_, at) => at % 10 === 0);
    expect(holders.length).toBeGreaterThan(5);
    for (const [bsn, lines] of holders) {
      const diplomas = await diplomasOf(register, bsn);
      const seen = diplomas.map(({ holder, institution, programme, marks }) =>
        [holder.familyName, institution.name, programme.name, marks?.length ?? 0].join(' | '),
      );
      const expected = lines.map(({ holder, diploma }) => {
        const { scheme, code } = diploma.programme;
        const school = institutions.find((candidate) => candidate.code === diploma.institution);
        const programme = programmes.find((one) => one.scheme === scheme && one.code === code);
        const marks = diploma.marks?.length ?? 0;
        return [holder.familyName, school?.name, programme?.name, marks].join(' | ');
      });
      expect(seen.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('can be as large as a delivery may be', async () => {
    const [school] = openSchools('ho');
    if (school === undefined) throw new Error('There is no school.');
    const lines = Array.from({ length: 10_000 }, (_, at) => lineOf(school, 'ho', 1_000 + at));

    expect(await deliver(register, lines, school.code)).toMatchObject({ registered: 10_000 });
  }, 60_000);
});
