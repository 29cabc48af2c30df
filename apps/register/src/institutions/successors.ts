import { sql } from 'kysely';
import type { Database, Queries } from '../store/store.ts';

const successionErrors = {
  'institution-unknown': 'The reference data know no such institution.',
  'own-successor': 'An institution cannot be its own successor.',
  'succession-circular': 'The successor is itself succeeded by the predecessor.',
} as const satisfies Readonly<Record<string, string>>;

/** Why an institution cannot be mapped to another as its successor. */
export class SuccessionError extends Error {
  readonly code: keyof typeof successionErrors;
  constructor(code: keyof typeof successionErrors) {
    super(successionErrors[code]);
    this.name = 'SuccessionError';
    this.code = code;
  }
}

/**
 * Makes one institution answer for the records of another from now on, in place of who did so
 * before: it may correct, withdraw and add them, and their correction requests come to it. The
 * predecessor no longer may, and looks up nobody.
 *
 * @throws {SuccessionError} when an institution is not known, or would come to succeed itself.
 */
export async function mapSuccessor(
  database: Database,
  predecessor: string,
  successor: string,
): Promise<void> {
  if (predecessor === successor) throw new SuccessionError('own-successor');
  await database.transaction().execute(async (transaction) => {
    // Two that are mapped at once must not make a circle together.
    await sql`lock table institution_successors in share row exclusive mode`.execute(transaction);
    const known = await transaction
      .selectFrom('institutions')
      .select('code')
      .where('code', 'in', [predecessor, successor])
      .execute();
    if (known.length < 2) throw new SuccessionError('institution-unknown');
    if ((await successorsOf(transaction, successor)).includes(predecessor)) {
      throw new SuccessionError('succession-circular');
    }
    await transaction
      .insertInto('institutionSuccessors')
      .values({ predecessor, successor })
      .onConflict((conflict) => conflict.column('predecessor').doUpdateSet({ successor }))
      .execute();
  });
}

/** The institution that answers for the records of this one today: itself, or its last successor. */
export async function answeringInstitution(queries: Queries, code: string): Promise<string> {
  return (await successorsOf(queries, code)).at(-1) ?? code;
}

/** The institution that answers for each one that has a successor. */
export async function answeringInstitutions(
  queries: Queries,
): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.selectFrom('institutionSuccessors').selectAll().execute();
  const next = new Map(rows.map(({ predecessor, successor }) => [predecessor, successor]));
  const last = (code: string): string => {
    const successor = next.get(code);
    return successor === undefined ? code : last(successor);
  };
  return new Map([...next.keys()].map((code) => [code, last(code)]));
}

/**
 * The institutions for whose records this one answers: itself and all that it succeeds; none when it
 * has a successor.
 */
export async function answeredInstitutions(
  queries: Queries,
  code: string,
): Promise<ReadonlySet<string>> {
  if ((await successorsOf(queries, code)).length > 0) return new Set();
  const { rows } = await sql<{ code: string }>`
    with recursive answered(code) as (
      select predecessor from institution_successors where successor = ${code}
      union
      select predecessor from institution_successors join answered on successor = answered.code
    )
    select code from answered
  `.execute(queries);
  return new Set([code, ...rows.map((row) => row.code)]);
}

/** The successor of an institution, the successor of that one, and so on to the last. */
async function successorsOf(queries: Queries, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive chain(code, step) as (
      select successor, 1 from institution_successors where predecessor = ${code}
      union all
      select successor, step + 1 from institution_successors join chain on predecessor = chain.code
    )
    select code from chain order by step
  `.execute(queries);
  return rows.map((row) => row.code);
}
