import type { ReferenceInstitution } from '../reference/reference-set.ts';
import type { Person } from './people.ts';
import type { Outcome, PopulationTables } from './population-tables.ts';
import { createShuffle, type Shuffle } from './shuffle.ts';
import { type Track, type TrackName, tracks } from './tracks.ts';

/** Earlier graduates who go on to a later diploma. */
interface Supply {
  readonly cohort: Cohort;
  /** The number of the first place after theirs. */
  readonly end: number;
  readonly shuffle: Shuffle;
}

/**
 * Everybody who completes a track in a year. They have places from 0 to below `size`, in the order
 * of the outcomes: each outcome has a range of places.
 */
export interface Cohort {
  readonly track: Track;
  readonly year: number;
  readonly outcomes: readonly Outcome[];
  /** The first place after those of each outcome. */
  readonly ends: Uint32Array;
  readonly size: number;
  /** The number of the first person without an earlier diploma. */
  readonly firstPerson: number;
  readonly shuffle: Shuffle;
  readonly supplies: readonly Supply[];
}

export interface CohortOptions {
  /** Diplomas in all, exactly. */
  readonly diplomas: number;
  readonly seed: number;
  /** The number of the first person. */
  readonly firstPerson: number;
}

/** At most this part of a cohort goes on in one way. */
const mostWhoGoOn = 0.95;

/**
 * Makes the cohorts of a population, from the first year on. No person is kept: a place leads to
 * its person by calculation, through the earlier places of the same person.
 */
export function createCohorts(
  tables: PopulationTables,
  { diplomas, seed, firstPerson }: CohortOptions,
): { readonly cohorts: readonly Cohort[]; readonly people: number } {
  const plans = planCohorts(tables);
  const total = plans.reduce((sum, { weight }) => sum + weight, 0);
  const byName = new Map<string, Cohort>();
  let nextPerson = firstPerson;
  let passed = 0;
  for (const { track, year, outcomes, weights } of plans) {
    // Rounding the running sum keeps the total exact, and the parts within one of what is due.
    const before = Math.round((passed / total) * diplomas);
    const ends = Uint32Array.from(weights, (weight) => {
      passed += weight;
      return Math.round((passed / total) * diplomas) - before;
    });
    const size = ends.at(-1) ?? 0;
    const shuffle = createShuffle(size, seed + year);
    const supplies = supply(track, year, size, byName, seed);
    const supplied = supplies.at(-1)?.end ?? 0;
    const cohort = {
      track,
      year,
      outcomes,
      ends,
      size,
      firstPerson: nextPerson,
      shuffle,
      supplies,
    };
    byName.set(`${track.name} ${year}`, cohort);
    nextPerson += size - supplied;
  }
  return { cohorts: [...byName.values()], people: nextPerson - firstPerson };
}

/** The person on a place, who may have had places in earlier cohorts. */
export function personOn(
  { track, year, firstPerson, shuffle, supplies }: Cohort,
  place: number,
): Person {
  const drawn = shuffle(place);
  let start = 0;
  for (const { cohort, end, shuffle: choose } of supplies) {
    if (drawn < end) return personOn(cohort, choose(drawn - start));
    start = end;
  }
  return { number: firstPerson + drawn - start, firstAward: year, age: track.age };
}

function supply(
  { name, origins }: Track,
  year: number,
  size: number,
  cohorts: ReadonlyMap<string, Cohort>,
  seed: number,
): Supply[] {
  const supplies: Supply[] = [];
  let end = 0;
  for (const [at, { track, yearsLater, share }] of origins.entries()) {
    const cohort = cohorts.get(`${track} ${year - yearsLater}`);
    if (cohort === undefined) continue;
    end += Math.floor(Math.min(size * share, cohort.size * mostWhoGoOn));
    const shuffle = createShuffle(cohort.size, seed + salts[name] + at);
    supplies.push({ cohort, end, shuffle });
  }
  return supplies;
}

/** So that those who go on from one cohort to two others are not the same people. */
const salts = Object.fromEntries(tracks.map(({ name }, at) => [name, 1 + at * 11])) as Readonly<
  Record<TrackName, number>
>;

interface Plan {
  readonly track: Track;
  readonly year: number;
  readonly outcomes: readonly Outcome[];
  /** Diplomas of each outcome in the real size of the country. */
  readonly weights: Float64Array;
  readonly weight: number;
}

function planCohorts(tables: PopulationTables): Plan[] {
  const years = tables.lastYear - Math.min(...tracks.map(({ firstYear }) => firstYear)) + 1;
  return Array.from({ length: years }, (_, at) => tables.lastYear - years + 1 + at).flatMap(
    (year) =>
      tracks
        .filter(({ firstYear }) => firstYear <= year)
        .flatMap((track) => planCohort(tables, track, year)),
  );
}

function planCohort(tables: PopulationTables, track: Track, year: number): Plan[] {
  const outcomes = tables.outcomesOf(track, year);
  const isPossible = possibleIn(tables, track, year);
  const weights = Float64Array.from(outcomes, (outcome) =>
    isPossible(outcome) ? outcome.weight : 0,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return [];
  // Of vo the graduates themselves are known.
  const weight = track.sector === 'vo' ? sum : track.yearly;
  return [{ track, year, outcomes, weights: weights.map((own) => (own / sum) * weight), weight }];
}

/** Whether the register would take it: institution open and of the sector, programme known. */
function possibleIn({ reference }: PopulationTables, { scheme, sector }: Track, year: number) {
  const open = new Set(
    reference.institutions
      .filter((institution) => institution.sectors.includes(sector) && wasOpen(institution, year))
      .map(({ code }) => code),
  );
  const known = new Set(
    reference.programmes.filter((one) => one.scheme === scheme).map(({ code }) => code),
  );
  return ({ institution, programme }: Outcome) => open.has(institution) && known.has(programme);
}

function wasOpen({ opened = '', closed }: ReferenceInstitution, year: number): boolean {
  return opened <= `${year}-01-01` && (closed === undefined || closed > `${year}-12-31`);
}
