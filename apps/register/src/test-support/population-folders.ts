import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownReferenceSet } from '../reference/own-reference-set.ts';
import { realDataFolder } from './real-input.ts';

/** A folder of tables that a population can follow. */
export interface PopulationFolder extends AsyncDisposable {
  readonly path: string;
}

/** What a population can follow here: always the project's own set, and real tables beside it. */
export const populationSources = ['the reference set of the project' as const].concat(
  existsSync(realDataFolder) ? ['real data beside the checkout' as never] : [],
);

/** The folder of a source; the project's own set is written as tables for as long as it is used. */
export async function populationFolder(
  source: (typeof populationSources)[number],
): Promise<PopulationFolder> {
  if (source !== 'the reference set of the project') {
    return { path: realDataFolder, [Symbol.asyncDispose]: async () => undefined };
  }
  const path = await mkdtemp(join(tmpdir(), 'population-'));
  for (const [name, rows] of Object.entries(await ownTables())) {
    const lines = rows.map((row) => row.map(quoted).join(','));
    await writeFile(join(path, `${name}.csv`), lines.join('\n'));
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

type Table = readonly (readonly (string | number)[])[];

async function ownTables(): Promise<Readonly<Record<string, Table>>> {
  const { institutions, programmes, subjects } = await ownReferenceSet();
  const levelOf = (level: string) => (level === 'associate-degree' ? 'associate degree' : level);
  const ofSector = (sector: 'vo' | 'ho') => programmes.filter((one) => one.sector === sector);
  const schools = institutions.filter(({ sectors }) => sectors.includes('vo'));
  const [college, university] = institutions.filter(({ sectors }) => sectors.includes('ho'));
  return {
    institutions: [
      ['code', 'name', 'city', 'sectors', 'opened', 'closed'],
      ...institutions.map(({ code, name, city, sectors }) => [
        code,
        name,
        city,
        sectors.join('|'),
        code === '98BB' ? '2010-08-01' : '',
        '',
      ]),
    ],
    programmes: [
      ['scheme', 'code', 'name', 'sector', 'level'],
      ...programmes.map(({ scheme, code, name, sector, level }) => [
        scheme,
        code,
        name,
        sector,
        levelOf(level),
      ]),
    ],
    subjects: [
      [
        'code',
        'name',
        'havo_candidates_2019',
        'havo_mean_grade_2019',
        'vwo_candidates_2019',
        'vwo_mean_grade_2019',
      ],
      ...subjects.map(({ code, name }, at) => [code, name, 1_000 - at, 6.4, 900 - at, 6.7]),
    ],
    profiles: [
      ['level', 'abbreviation', 'exam_group_code', 'elementcodes'],
      ...ofSector('vo').map(({ level, code }) => [level, '', code, code]),
    ],
    graduates: [
      ['year', 'institution_code', 'programme_code', 'level', 'count'],
      ...[2023, 2024].flatMap((year) =>
        schools.flatMap((school) =>
          ofSector('vo').map(({ code, level }, at) => [year, school.code, code, level, 600 + at]),
        ),
      ),
    ],
    enrolments_ho: [
      ['ho_type', 'institution_code', 'programme_code', 'level', 'count'],
      ...ofSector('ho').flatMap(({ code, level }, at) => [
        ['hbo', college?.code ?? '', code, levelOf(level), 100 + at],
        ['wo', university?.code ?? '', code, levelOf(level), 50 + at],
      ]),
    ],
    firstnames: [
      ['name', 'gender', 'rank_newborns_2022'],
      ['Aïsha', 'F', 1],
      ['Bo', 'X', ''],
      ['Daan', 'M', ''],
    ],
    surnames: [
      ['surname', 'tussenvoegsel', 'count_2007'],
      ['Jansen', '', 30],
      ['Veld', "in 't", 10],
      ['Yılmaz', '', 5],
    ],
  };
}

function quoted(value: string | number): string {
  return /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}
