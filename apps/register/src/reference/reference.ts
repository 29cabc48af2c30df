import type { ProgrammeScheme } from '@diplomaregister/contract';
import type { Database } from '../store/store.ts';
import type {
  ReferenceInstitution,
  ReferenceProgramme,
  ReferenceSet,
  ReferenceSubject,
} from './reference-set.ts';
import { createSearchIndex, type SearchIndex } from './search.ts';

/** The reference data in memory, found by code: each line of a delivery looks things up in it. */
export interface Reference {
  institution(code: string): ReferenceInstitution | undefined;
  programme(scheme: ProgrammeScheme, code: string): ReferenceProgramme | undefined;
  subject(code: string): ReferenceSubject | undefined;
  readonly institutions: SearchIndex<ReferenceInstitution>;
  readonly programmes: SearchIndex<ReferenceProgramme>;
}

/** Reads the reference data from the database. */
export async function readReference(database: Database): Promise<Reference> {
  const [institutions, programmes, subjects] = await Promise.all([
    database.selectFrom('institutions').selectAll().execute(),
    database.selectFrom('programmes').selectAll().execute(),
    database.selectFrom('subjects').selectAll().execute(),
  ]);
  const byCode = {
    institutions: new Map(institutions.map((row) => [row.code, withoutNulls(row)])),
    programmes: new Map(programmes.map((row) => [`${row.scheme} ${row.code}`, withoutNulls(row)])),
    subjects: new Map(subjects.map((row) => [row.code, withoutNulls(row)])),
  };
  return {
    institution: (code) => byCode.institutions.get(code),
    programme: (scheme, code) => byCode.programmes.get(`${scheme} ${code}`),
    subject: (code) => byCode.subjects.get(code),
    institutions: createSearchIndex<ReferenceInstitution>(byCode.institutions.values(), {
      key: ({ code }) => code,
      name: ({ name }) => name,
      texts: ({ code, name, city }) => [code, name, city],
      sectors: ({ sectors }) => sectors,
    }),
    programmes: createSearchIndex<ReferenceProgramme>(byCode.programmes.values(), {
      key: ({ scheme, code }) => `${scheme} ${code}`,
      name: ({ name }) => name,
      texts: ({ code, name, englishName }) => [code, name, englishName],
      sectors: ({ sector }) => [sector],
    }),
  };
}

type WithoutNulls<Row> = {
  [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
} & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]> };

function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const entries = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as WithoutNulls<Row>;
}

/** Whether any reference data were loaded. */
export async function hasReference(database: Database): Promise<boolean> {
  const row = await database.selectFrom('institutions').select('code').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** How many rows go in one statement: PostgreSQL takes at most 65,535 parameters. */
const batchSize = 5_000;

/** Adds a reference set; what has the same code is replaced. */
export async function loadReference(database: Database, set: ReferenceSet): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const rows of batches(set.institutions)) {
      const values = rows.map(({ opened = null, closed = null, ...row }) => ({
        ...row,
        sectors: [...row.sectors],
        opened,
        closed,
      }));
      await transaction
        .insertInto('institutions')
        .values(values)
        .onConflict((conflict) =>
          conflict.column('code').doUpdateSet(({ ref }) => ({
            name: ref('excluded.name'),
            city: ref('excluded.city'),
            sectors: ref('excluded.sectors'),
            opened: ref('excluded.opened'),
            closed: ref('excluded.closed'),
          })),
        )
        .execute();
    }
    for (const rows of batches(set.programmes)) {
      await transaction
        .insertInto('programmes')
        .values(rows.map(({ englishName = null, ...row }) => ({ ...row, englishName })))
        .onConflict((conflict) =>
          conflict.columns(['scheme', 'code']).doUpdateSet(({ ref }) => ({
            name: ref('excluded.name'),
            englishName: ref('excluded.englishName'),
            sector: ref('excluded.sector'),
            level: ref('excluded.level'),
          })),
        )
        .execute();
    }
    for (const rows of batches(set.subjects)) {
      await transaction
        .insertInto('subjects')
        .values(rows.map(({ englishName = null, ...row }) => ({ ...row, englishName })))
        .onConflict((conflict) =>
          conflict.column('code').doUpdateSet(({ ref }) => ({
            name: ref('excluded.name'),
            englishName: ref('excluded.englishName'),
          })),
        )
        .execute();
    }
  });
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) {
    yield rows.slice(start, start + batchSize);
  }
}
