import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterLine } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDelivery } from '../test-support/deliver.ts';
import {
  type PopulationFolder,
  populationFolder,
  populationSources,
} from '../test-support/population-folders.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { parseCsv } from './csv.ts';
import { createPopulation, type Population } from './population.ts';
import { type PopulationTables, readPopulationTables } from './population-tables.ts';

function bodies(population: Population): string[] {
  return population.institutions.flatMap((institution) =>
    [...population.parts(institution)].map(({ body }) => body),
  );
}

function linesOf(population: Population): RegisterLine[] {
  return bodies(population).flatMap((body) =>
    body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RegisterLine),
  );
}

describe.each(populationSources)('a population that follows %s', (source) => {
  let folder: PopulationFolder;
  let tables: PopulationTables;
  beforeAll(async () => {
    folder = await populationFolder(source);
    tables = await readPopulationTables(folder.path);
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  test('has exactly as many diplomas as asked for, each record named once', () => {
    const population = createPopulation(tables, { diplomas: 4_321 });
    const lines = linesOf(population);

    expect(lines.length).toBe(4_321);
    const records = lines.map(({ recordId, diploma }) => `${diploma.institution} ${recordId}`);
    expect(new Set(records).size).toBe(4_321);
    expect(new Set(lines.map(({ holder }) => holder.bsn)).size).toBe(population.people);
  });

  test('is the same for the same seed, and other people for another first person', () => {
    const one = bodies(createPopulation(tables, { diplomas: 500, seed: 7 }));
    expect(bodies(createPopulation(tables, { diplomas: 500, seed: 7 }))).toEqual(one);
    expect(bodies(createPopulation(tables, { diplomas: 500, seed: 8 }))).not.toEqual(one);

    const first = createPopulation(tables, { diplomas: 500 });
    const second = createPopulation(tables, { diplomas: 500, firstPerson: first.people });
    const known = new Set(linesOf(first).map(({ holder }) => holder.bsn));
    expect(linesOf(second).some(({ holder }) => known.has(holder.bsn))).toBe(false);
  });

  test('gives people careers: the same person each time, always older, to higher levels', () => {
    const lives = Map.groupBy(
      linesOf(createPopulation(tables, { diplomas: 20_000 })),
      ({ holder }) => holder.bsn,
    );

    const several = [...lives.values()].filter((lines) => lines.length > 1);
    expect(several.length).toBeGreaterThan(lives.size / 8);
    expect(several.some((lines) => lines.length > 2)).toBe(true);
    for (const lines of several) {
      expect(new Set(lines.map(({ holder }) => JSON.stringify(holder))).size).toBe(1);
      const tracks = lines.map(({ recordId }) => recordId.split(':').slice(1, 3).join(' '));
      expect(new Set(tracks).size).toBe(lines.length);
    }
    const paths = several.map((lines) =>
      lines
        .toSorted((one, other) => (awardOf(one) < awardOf(other) ? -1 : 1))
        .map(({ recordId }) => recordId.split(':')[1])
        .join(' '),
    );
    for (const path of ['havo hbo-bachelor', 'vwo wo-bachelor', 'vmbo-tl mbo-4', 'vmbo-bb mbo-2']) {
      expect(paths.some((taken) => taken.includes(path))).toBe(true);
    }
  });

  describe('follows the tables', () => {
    let lines: RegisterLine[];
    beforeAll(() => {
      lines = linesOf(createPopulation(tables, { diplomas: 60_000 }));
    });

    async function rowsOf(table: string) {
      return parseCsv(await readFile(join(folder.path, `${table}.csv`), 'utf8'));
    }

    /** Compares how often the most usual ones are in the table, and how often in the population. */
    function expectAlike(
      inTable: readonly (readonly [name: string, count: number])[],
      inPopulation: readonly string[],
    ) {
      const expected = new Map<string, number>();
      for (const [name, count] of inTable) expected.set(name, (expected.get(name) ?? 0) + count);
      const total = [...expected.values()].reduce((sum, count) => sum + count, 0);
      const found = Map.groupBy(inPopulation, (name) => name);
      const largest = [...expected].toSorted(([, one], [, other]) => other - one).slice(0, 8);
      expect(inPopulation.length).toBeGreaterThan(1_000);
      for (const [name, count] of largest) {
        const share = (found.get(name)?.length ?? 0) / inPopulation.length;
        expect({ name, ratio: share / (count / total) }).toEqual({
          name,
          ratio: expect.closeTo(1, 0.5),
        });
      }
    }

    test('in the graduates of schools', async () => {
      const graduates = await rowsOf('graduates');
      const years = new Set(graduates.map(({ year }) => year));
      const levels = new Set(graduates.map(({ level }) => level));
      expectAlike(
        graduates.map((row) => [row['institution_code'] ?? '', Number(row['count'])]),
        lines
          .filter(({ recordId }) => {
            const [, track, year] = recordId.split(':');
            return levels.has(track) && years.has(year);
          })
          .map(({ diploma }) => diploma.institution),
      );
    });

    test('in the programmes and institutions of higher education', async () => {
      const enrolments = (await rowsOf('enrolments_ho')).filter(
        ({ ho_type, level }) => ho_type === 'hbo' && level === 'bachelor',
      );
      // Earlier on, some of the institutions were not there yet.
      const bachelors = lines.filter(({ recordId }) => {
        const [, track, year] = recordId.split(':');
        return track === 'hbo-bachelor' && Number(year) > tables.lastYear - 10;
      });
      expectAlike(
        enrolments.map((row) => [row['institution_code'] ?? '', Number(row['count'])]),
        bachelors.map(({ diploma }) => diploma.institution),
      );
      expectAlike(
        enrolments.map((row) => [row['programme_code'] ?? '', Number(row['count'])]),
        bachelors.map(({ diploma }) => diploma.programme.code),
      );
    });

    test('in family names', async () => {
      const people = new Map(lines.map(({ holder }) => [holder.bsn, holder.familyName]));
      expectAlike(
        (await rowsOf('surnames')).map((row) => [row['surname'] ?? '', Number(row['count_2007'])]),
        [...people.values()],
      );
    });
  });

  test('keeps to the size of a part', () => {
    const population = createPopulation(tables, { diplomas: 1_000, linesPerPart: 30 });
    const parts = population.institutions.flatMap((code) => [...population.parts(code)]);

    expect(parts.every(({ lines }) => lines <= 30)).toBe(true);
    expect(parts.every(({ lines, body }) => body.split('\n').length === lines + 1)).toBe(true);
    expect(new Set(parts.map(({ institution, number }) => `${institution} ${number}`)).size).toBe(
      parts.length,
    );
  });

  describe('in a register that knows the tables', () => {
    let register: TestRegister;
    beforeAll(async () => {
      register = await startRegister({ reference: tables.reference });
    });
    afterAll(() => register.close());

    test('is taken in, line by line', async () => {
      const population = createPopulation(tables, { diplomas: 5_000, seed: 3 });
      const step = Math.ceil(population.institutions.length / 40);
      const some = population.institutions.filter((_, at) => at % step === 0);
      for (const part of some.flatMap((institution) => [...population.parts(institution)])) {
        const { body, institution, lines } = part;
        const response = await sendDelivery(register, [body.trimEnd()], institution);
        expect(response.json()).toMatchObject({ lines, registered: lines, rejected: 0 });
      }
    });
  });
});

function awardOf({ diploma }: RegisterLine): string {
  return 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
}
