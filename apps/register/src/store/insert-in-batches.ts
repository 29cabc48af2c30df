import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { array, scalar } from './arrays.ts';
import { type ColumnType, columnTypes } from './column-types.ts';
import type { Schema } from './schema.ts';
import type { Queries } from './store.ts';

type Table = keyof typeof columnTypes;
type PlainCell = boolean | Date | number | string | null;
type Cell = PlainCell | Uint8Array;

/** Rows of a statement: few enough that others get their turn while it is made. */
const batchSize = 1_000;

export interface InsertOptions<Name extends Table> {
  /** A column whose values are unique: passes over rows whose value is there already. */
  readonly ifNew?: keyof Schema[Name] & string;
}

/**
 * Inserts any number of rows. A batch is one statement with one parameter for each column, and one
 * for all bytes together: a parameter for each value takes many times longer. The next batch is
 * made while the database works on this one, so rows that take work to make can be a generator.
 *
 * @returns how many rows were inserted.
 */
export async function insertInBatches<Name extends Table>(
  queries: Queries,
  table: Name,
  rows: Iterable<Schema[Name]>,
  { ifNew }: InsertOptions<Name> = {},
): Promise<number> {
  let inserted = 0;
  let working: Promise<number> = Promise.resolve(0);
  for (const batch of batches(rows)) {
    const statement = insertion(table, batch, ifNew);
    inserted += await working;
    working = statement
      .execute(queries)
      .then(({ numAffectedRows }) => Number(numAffectedRows ?? 0));
    // Its failure is told when it is awaited, which is later.
    working.catch(() => undefined);
    // Lets the statement go out, and requests that wait come in.
    await nextTurn();
  }
  return inserted + (await working);
}

function* batches<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function insertion(
  table: Table,
  rows: readonly Schema[Table][],
  ifNew: string | undefined,
): RawBuilder<unknown> {
  const columns = Object.entries<ColumnType>(columnTypes[table]);
  const bytes: Uint8Array[] = [];
  const arrays: RawBuilder<unknown>[] = [];
  const given: string[] = [];
  let end = 0;

  /** What a column is in each row: one value where all have the same, as many have in a delivery. */
  function give(
    name: string,
    type: Exclude<ColumnType, 'bytea'>,
    cells: readonly PlainCell[],
  ): RawBuilder<unknown> {
    const [first = null] = cells;
    // At least one array, which has as many rows as there are.
    const isSame = cells.every((cell) => cell === first);
    if (isSame && arrays.length > 0) return scalar(type, first);
    arrays.push(array(type, cells));
    given.push(name);
    return sql.ref(name);
  }

  const values = columns.map(([name, type]) => {
    const cells = rows.map((row) => row[name as keyof typeof row] as Cell);
    if (type !== 'bytea') return give(name, type, cells as readonly PlainCell[]);
    const own = cells.map((cell) => (cell instanceof Uint8Array ? cell : null));
    // Counted from 1; without a start, the slice is null.
    const starts = own.map((cell) => {
      if (cell === null) return null;
      bytes.push(cell);
      end += cell.length;
      return end - cell.length + 1;
    });
    const lengths = own.map((cell) => cell?.length ?? null);
    const start = give(`${name}Start`, 'integer', starts);
    const length = give(`${name}Length`, 'integer', lengths);
    return sql`substring(bytes from ${start} for ${length})`;
  });
  // Apart and made once: as part of the statement, the planner would copy all bytes many times.
  return sql`
    with content as materialized (select ${Buffer.concat(bytes, end)}::bytea as bytes)
    insert into ${sql.table(table)} (${names(columns.map(([name]) => name))})
    select ${sql.join(values)}
    from content cross join unnest(${sql.join(arrays)}) as given (${names(given)})
    ${ifNew === undefined ? sql`` : sql`on conflict (${sql.ref(ifNew)}) do nothing`}
  `;
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((name) => sql.ref(name)));
}
