import type {
  ReferenceInstitution,
  ReferenceProgramme,
  ReferenceSet,
} from '../reference/reference-set.ts';
import type { ExaminedSubject, ExaminedSubjects } from './examinations.ts';
import { type Row, readReferenceTables, readTable } from './reference-tables.ts';
import type { Track } from './tracks.ts';
import { type Weight, Weighted } from './weighted.ts';

export interface FamilyName {
  readonly prefix?: string;
  readonly familyName: string;
}

/** Names, each as often as it is borne. They are written for JSON already. */
export interface Names {
  readonly given: Readonly<Record<'female' | 'male', Weighted<string>>>;
  readonly family: Weighted<FamilyName>;
}

/** How often a programme is completed at an institution, beside other programmes. */
export interface Outcome {
  readonly institution: string;
  readonly programme: string;
  readonly weight: number;
}

/** All that a population is made of. */
export interface PopulationTables {
  readonly reference: ReferenceSet;
  readonly names: Names;
  readonly subjects: ExaminedSubjects;
  /** The last year of which there are graduates. */
  readonly lastYear: number;
  /** Graduates of a year by institution and programme, in the order of institutions. */
  outcomesOf(track: Track, year: number): readonly Outcome[];
}

/**
 * Reads the tables of a folder: institutions, programmes, subjects, profiles, graduates,
 * enrolments_ho, firstnames and surnames, as CSV with a header.
 */
export async function readPopulationTables(folder: string): Promise<PopulationTables> {
  const [reference, subjects, profiles, graduates, enrolments, firstNames, surnames] =
    await Promise.all([
      readReferenceTables(folder),
      readTable(folder, 'subjects'),
      readTable(folder, 'profiles'),
      readTable(folder, 'graduates'),
      readTable(folder, 'enrolments_ho'),
      readTable(folder, 'firstnames'),
      readTable(folder, 'surnames'),
    ]);
  const secondary = secondaryOutcomes(reference, profiles, graduates);
  const higher = higherOutcomes(enrolments);
  const vocational = vocationalOutcomes(reference);
  const years = graduates.map(({ year }) => Number(year));
  const firstYear = Math.min(...years);
  const lastYear = Math.max(...years);
  return {
    reference,
    names: {
      given: {
        female: new Weighted(firstNames.filter(isFor('F')).map(toGivenName)),
        male: new Weighted(firstNames.filter(isFor('M')).map(toGivenName)),
      },
      family: new Weighted(surnames.map(toFamilyName)),
    },
    subjects: {
      vmbo: subjects.flatMap(toVmboSubject),
      havo: subjects.flatMap((row) => toSubject(row, 'havo')),
      vwo: subjects.flatMap((row) => toSubject(row, 'vwo')),
    },
    lastYear,
    outcomesOf(track, year) {
      switch (track.sector) {
        case 'vo':
          // Of the years before the first known one, nothing is known but that it was much alike.
          return secondary.get(`${track.name} ${Math.max(year, firstYear)}`) ?? [];
        case 'mbo':
          return vocational(track, year);
        case 'ho':
          return higher.get(track.name) ?? [];
      }
    },
  };
}

const isFor = (gender: 'F' | 'M') => (row: Row) =>
  row['gender'] === gender || row['gender'] === 'X';

/** Only the ten most given names have a rank; the others are taken to be given less. */
function toGivenName({ name = '', rank_newborns_2022: rank }: Row): Weight<string> {
  return { item: written(name), weight: rank ? 6 - Number(rank) / 4 : 1 };
}

function toFamilyName({ surname = '', tussenvoegsel, count_2007: count }: Row): Weight<FamilyName> {
  const prefix = tussenvoegsel ? { prefix: written(tussenvoegsel) } : {};
  return { item: { ...prefix, familyName: written(surname) }, weight: Number(count) };
}

function written(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function toSubject(row: Row, level: 'havo' | 'vwo'): Weight<ExaminedSubject>[] {
  const candidates = Number(row[`${level}_candidates_2019`]);
  const mean = Number(row[`${level}_mean_grade_2019`]);
  if (!(candidates > 0 && mean > 0)) return [];
  return [{ item: { code: row['code'] ?? '', mean }, weight: candidates }];
}

/** Of vmbo no candidates are known: its most usual subjects, and how usual they are. */
const vmboSubjects: Readonly<Record<string, number>> = {
  '0011': 100,
  '0071': 100,
  '0153': 80,
  '0233': 60,
  '0191': 50,
  '0173': 40,
  '0125': 35,
  '0131': 35,
  '0063': 30,
  '0174': 20,
  '0053': 10,
  '0412': 10,
};

function toVmboSubject({ code = '' }: Row): Weight<ExaminedSubject>[] {
  const weight = vmboSubjects[code];
  return weight === undefined ? [] : [{ item: { code, mean: 6.4 }, weight }];
}

/** Diplomas of vo, by track and year. */
function secondaryOutcomes(
  { programmes }: ReferenceSet,
  profiles: readonly Row[],
  graduates: readonly Row[],
): Map<string, Outcome[]> {
  const codes = new Map(
    profiles.map((profile) => [profile['exam_group_code'], programmesOf(profile, programmes)]),
  );
  const outcomes = new Map<string, Outcome[]>();
  for (const {
    year,
    institution_code: institution = '',
    programme_code,
    level,
    count,
  } of graduates) {
    const choice = codes.get(programme_code) ?? [];
    const programme = choice[Number.parseInt(institution, 36) % choice.length];
    if (programme === undefined) continue;
    append(outcomes, `${level} ${year}`, { institution, programme, weight: Number(count) });
  }
  return inOrder(outcomes);
}

/** The element codes of a profile: the table tells those of havo and vwo, of vmbo the name does. */
function programmesOf(profile: Row, programmes: readonly ReferenceProgramme[]): string[] {
  const { level, abbreviation = '', elementcodes } = profile;
  if (elementcodes) return elementcodes.split('|');
  const ofLevel = programmes.filter(
    (programme) =>
      programme.scheme === 'elementcode' &&
      programme.level === level &&
      !/oud|LWOO|leerwerktraject|entree/i.test(programme.name),
  );
  const sector = abbreviation.replace('&', 'en').toLowerCase();
  const ofSector = ofLevel.filter(
    ({ name }) => sector !== '' && name.toLowerCase().includes(sector),
  );
  return (ofSector.length > 0 ? ofSector : ofLevel).map(({ code }) => code);
}

/** Diplomas of ho, by track: as many beside each other as there are students. */
function higherOutcomes(enrolments: readonly Row[]): Map<string, Outcome[]> {
  const outcomes = new Map<string, Map<string, Outcome>>();
  for (const {
    ho_type,
    institution_code: institution = '',
    programme_code,
    level,
    count,
  } of enrolments) {
    const track = level === 'associate degree' ? 'associate-degree' : `${ho_type}-${level}`;
    const programme = programme_code ?? '';
    const key = `${institution} ${programme}`;
    const ofTrack = outcomes.get(track) ?? new Map<string, Outcome>();
    const weight = (ofTrack.get(key)?.weight ?? 0) + Number(count);
    outcomes.set(track, ofTrack.set(key, { institution, programme, weight }));
  }
  return inOrder(new Map([...outcomes].map(([track, cells]) => [track, [...cells.values()]])));
}

/**
 * Diplomas of mbo, of which nothing is known by institution: each teaches a part of the programmes
 * of its time, and some are larger than others.
 */
function vocationalOutcomes({ institutions, programmes }: ReferenceSet) {
  const schools = institutions.filter(({ sectors }) => sectors.includes('mbo'));
  const made = new Map<string, Outcome[]>();
  return (track: Track, year: number): readonly Outcome[] => {
    const isOfTime = ofTime(year);
    const key = `${track.name} ${isOfTime.name}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const ofLevel = programmes.filter(
      ({ scheme, level }) => scheme === 'crebo' && level === track.level,
    );
    const current = ofLevel.filter(({ code }) => isOfTime.test(code));
    const taught = current.length > 0 ? current : ofLevel;
    const outcomes = sorted(schools.flatMap((school) => outcomesOfSchool(school, taught)));
    made.set(key, outcomes);
    return outcomes;
  };
}

/** The codes of the qualifications of 2015 begin with 25. */
function ofTime(year: number): { readonly name: string; test(code: string): boolean } {
  return year >= 2016
    ? { name: 'since 2016', test: (code) => code.startsWith('25') }
    : { name: 'before 2016', test: (code) => !code.startsWith('25') };
}

const programmesOfSchool = 40;

function outcomesOfSchool(
  { code }: ReferenceInstitution,
  programmes: readonly ReferenceProgramme[],
): Outcome[] {
  const number = Number.parseInt(code, 36);
  const size = 1 + (number % 9);
  const count = Math.min(programmesOfSchool, programmes.length);
  return Array.from({ length: count }, (_, at) => ({
    institution: code,
    programme: programmes[(number + at * 17) % programmes.length]?.code ?? '',
    weight: size * (1 + ((number + at) % 6)),
  }));
}

function append(outcomes: Map<string, Outcome[]>, key: string, outcome: Outcome): void {
  const known = outcomes.get(key);
  if (known === undefined) outcomes.set(key, [outcome]);
  else known.push(outcome);
}

function inOrder(outcomes: Map<string, Outcome[]>): Map<string, Outcome[]> {
  return new Map([...outcomes].map(([key, cells]) => [key, sorted(cells)]));
}

function sorted(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.toSorted(
    (one, other) =>
      compare(one.institution, other.institution) || compare(one.programme, other.programme),
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
