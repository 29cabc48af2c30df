import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Level, ProgrammeScheme, Sector } from '@diplomaregister/contract';
import { ownReferenceSet } from '../reference/own-reference-set.ts';
import type { ReferenceSet } from '../reference/reference-set.ts';
import { parseCsv } from './csv.ts';

/** Reference data and names to make deliveries of. */
export interface RealInput {
  /** Where it comes from, for the name of a test. */
  readonly source: 'real data beside the checkout' | 'the reference set of the project';
  readonly reference: ReferenceSet;
  readonly givenNames: readonly string[];
  readonly familyNames: readonly { readonly prefix?: string; readonly familyName: string }[];
}

/** A folder beside the checkout with tables of real institutions, programmes and subjects. */
const folder = new URL('../../../../../shared/data/', import.meta.url);

/** The real data where they are at hand, else the project's own set. */
export async function readRealInput(): Promise<RealInput> {
  if (!existsSync(folder)) return ownInput();
  const [institutions, programmes, subjects, firstNames, surnames] = await Promise.all(
    ['institutions', 'programmes', 'subjects', 'firstnames', 'surnames'].map(readTable),
  );
  return {
    source: 'real data beside the checkout',
    reference: {
      institutions: (institutions ?? []).flatMap(toInstitution),
      programmes: (programmes ?? []).flatMap(toProgramme),
      subjects: (subjects ?? []).map(({ code = '', name = '' }) => ({ code, name })),
    },
    givenNames: (firstNames ?? []).map(({ name = '' }) => name),
    familyNames: (surnames ?? []).map(({ surname = '', tussenvoegsel }) => ({
      familyName: surname,
      ...(tussenvoegsel && { prefix: tussenvoegsel }),
    })),
  };
}

async function ownInput(): Promise<RealInput> {
  return {
    source: 'the reference set of the project',
    reference: await ownReferenceSet(),
    givenNames: ['Aïsha', 'Bram', 'Chloë', 'Daan', 'Esmée', 'Floor'],
    familyNames: [
      { familyName: 'Jansen' },
      { prefix: 'van der', familyName: 'Berg' },
      { prefix: "in 't", familyName: 'Veld' },
      { familyName: 'Yılmaz' },
    ],
  };
}

type Row = Readonly<Record<string, string>>;

async function readTable(name: string): Promise<Row[]> {
  return parseCsv(await readFile(new URL(`${name}.csv`, folder), 'utf8'));
}

function toInstitution({ code = '', name = '', city = '', sectors = '', opened, closed }: Row) {
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

function toProgramme({ scheme = '', code = '', name = '', sector, level = '' }: Row) {
  const known = levels[level];
  if (!schemes.includes(scheme) || known === undefined) return [];
  const programme = { scheme: scheme as ProgrammeScheme, code, name };
  return [{ ...programme, sector: sector as Sector, level: known }];
}
