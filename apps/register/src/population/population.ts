import { type Cohort, createCohorts, personOn } from './cohorts.ts';
import { Dice } from './dice.ts';
import { createExaminations } from './examinations.ts';
import { createPeople } from './people.ts';
import type { Outcome, PopulationTables } from './population-tables.ts';
import { type Track, tracks } from './tracks.ts';

export interface PopulationOptions {
  /** Diplomas in all, exactly. */
  readonly diplomas: number;
  /** The same seed gives the same population, to the byte; another one other names and choices. */
  readonly seed?: number;
  /** The number of the first person: populations of different people can go in one register. */
  readonly firstPerson?: number;
  /** Lines of a part at most. */
  readonly linesPerPart?: number;
}

/** What an institution sends at once. */
export interface DeliveryPart {
  readonly institution: string;
  /** From 1. */
  readonly number: number;
  readonly lines: number;
  /** NDJSON. */
  readonly body: string;
}

/** Made-up people with the diplomas of their lives, as institutions would deliver them. */
export interface Population {
  readonly diplomas: number;
  readonly people: number;
  /** Those that deliver anything, in the order of their codes. */
  readonly institutions: readonly string[];
  /** All that an institution delivers, oldest first, made while it is read. */
  parts(institution: string): Generator<DeliveryPart>;
}

/** The most lines that the register takes in a delivery. */
const mostLines = 10_000;

/** Makes a population that follows the tables. Nothing is kept but how many there are of what. */
export function createPopulation(
  tables: PopulationTables,
  { diplomas, seed = 1, firstPerson = 0, linesPerPart = mostLines }: PopulationOptions,
): Population {
  const { cohorts, people } = createCohorts(tables, { diplomas, seed, firstPerson });
  const writePerson = createPeople(tables.names, seed);
  const writeMarks = createExaminations(tables.subjects);
  const ranges = new Map(
    cohorts.map((cohort) => [cohort.outcomes, rangesOf(cohort.outcomes)] as const),
  );
  const dice = new Dice();

  function writeLine(cohort: Cohort, { institution, programme }: Outcome, place: number): string {
    const { track, year } = cohort;
    dice.start(seed + year * tracks.length + tracks.indexOf(track), place);
    const award = writeAward(track, year, dice);
    const marks = writeMarks(track.name, dice);
    return `{"action":"register","recordId":"${seed}:${track.name}:${year}:${place}","holder":${writePerson(personOn(cohort, place))},"diploma":{"institution":"${institution}","programme":{"scheme":"${track.scheme}","code":"${programme}"},${award}${marks === undefined ? '' : `,"marks":${marks}`}}}\n`;
  }

  function* lines(institution: string): Generator<string> {
    for (const cohort of cohorts) {
      const range = ranges.get(cohort.outcomes)?.get(institution);
      if (range === undefined) continue;
      for (const [at, outcome] of cohort.outcomes.slice(range.start, range.end).entries()) {
        const { start, end } = placesOf(cohort, range.start + at);
        for (let place = start; place < end; place += 1) yield writeLine(cohort, outcome, place);
      }
    }
  }

  return {
    diplomas,
    people,
    institutions: deliveringInstitutions(cohorts),
    *parts(institution) {
      let number = 1;
      let count = 0;
      let body = '';
      for (const line of lines(institution)) {
        body += line;
        count += 1;
        if (count < linesPerPart) continue;
        yield { institution, number, lines: count, body };
        number += 1;
        count = 0;
        body = '';
      }
      if (count > 0) yield { institution, number, lines: count, body };
    },
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the outcomes of each institution are: they lie together. */
function rangesOf(outcomes: Cohort['outcomes']): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const [at, { institution }] of outcomes.entries()) {
    ranges.set(institution, { start: ranges.get(institution)?.start ?? at, end: at + 1 });
  }
  return ranges;
}

function placesOf({ ends }: Cohort, outcome: number): Range {
  return { start: ends[outcome - 1] ?? 0, end: ends[outcome] ?? 0 };
}

function deliveringInstitutions(cohorts: readonly Cohort[]): string[] {
  const codes = new Set<string>();
  for (const cohort of cohorts) {
    for (const [at, { institution }] of cohort.outcomes.entries()) {
      const { start, end } = placesOf(cohort, at);
      if (end > start) codes.add(institution);
    }
  }
  return [...codes].sort();
}

/** Before this year, half of the awards have only a month. */
const daysKnownFrom = 2010;

/** Schools award in summer, others most of the year. */
function writeAward({ sector }: Track, year: number, dice: Dice): string {
  const month = sector === 'vo' ? 6 + dice.below(2) : 1 + Math.min(dice.below(12), dice.below(14));
  const monthText = `${year}-${String(Math.min(month, 12)).padStart(2, '0')}`;
  if (year < daysKnownFrom && dice.chance(0.5)) return `"awardedIn":"${monthText}"`;
  return `"awardedOn":"${monthText}-${String(1 + dice.below(28)).padStart(2, '0')}"`;
}
