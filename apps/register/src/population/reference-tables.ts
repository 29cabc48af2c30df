import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Level, ProgrammeScheme, Sector } from '@diplomaregister/contract';
import type {
  ReferenceInstitution,
  ReferenceProgramme,
  ReferenceSet,
} from '../reference/reference-set.ts';
import { parseCsv } from './csv.ts';

/** A row of a table: what is in each column, by the column's name. */
export type Row = Readonly<Record<string, string>>;

/** Reads a table of a folder with reference data. */
export async function readTable(folder: string, name: string): Promise<Row[]> {
  return parseCsv(await readFile(join(folder, `${name}.csv`), 'utf8'));
}

/** Reads which institutions, programmes and subjects there are from the tables of a folder. */
export async function readReferenceTables(folder: string): Promise<ReferenceSet> {
  const [institutions, programmes, subjects] = await Promise.all([
    readTable(folder, 'institutions'),
    readTable(folder, 'programmes'),
    readTable(folder, 'subjects'),
  ]);
  return {
    institutions: institutions.flatMap(toInstitution),
    programmes: programmes.flatMap(toProgramme),
    subjects: subjects.map(({ code = '', name = '' }) => ({ code, name })),
  };
}

function toInstitution({
  code = '',
  name = '',
  city = '',
  sectors = '',
  opened,
  closed,
}: Row): ReferenceInstitution[] {
  if (sectors === '' || city === '') return [];
  return [
    {
      code,
      name,
      city,
      sectors: sectors.split('|') as Sector[],
      ...(opened && { opened }),
      ...(closed && { closed }),
    },
  ];
}

const schemes: readonly string[] = ['isat', 'crebo', 'elementcode'] satisfies ProgrammeScheme[];
const levels: Readonly<Record<string, Level>> = {
  'vmbo-bb': 'vmbo-bb',
  'vmbo-kb': 'vmbo-kb',
  'vmbo-gl': 'vmbo-gl',
  'vmbo-tl': 'vmbo-tl',
  havo: 'havo',
  vwo: 'vwo',
  'mbo-1': 'mbo-1',
  'mbo-2': 'mbo-2',
  'mbo-3': 'mbo-3',
  'mbo-4': 'mbo-4',
  'associate degree': 'associate-degree',
  bachelor: 'bachelor',
  master: 'master',
};

function toProgramme({
  scheme = '',
  code = '',
  name = '',
  sector,
  level = '',
}: Row): ReferenceProgramme[] {
  const known = levels[level];
  if (!schemes.includes(scheme) || known === undefined) return [];
  const programme = { scheme: scheme as ProgrammeScheme, code, name };
  return [{ ...programme, sector: sector as Sector, level: known }];
}
