import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { array } from './arrays.ts';
import { type ColumnType, columnTypes } from './column-types.ts';
import type { Schema } from './schema.ts';
import type { Queries } from './store.ts';

type Table = keyof typeof columnTypes;
type Cell = boolean | Date | number | string | Uint8Array | null;

/** Rows of a statement: few enough that others get their turn while it is made. */
const batchSize = 1_000;

export interface InsertOptions {
  /** Passes over rows whose key is there already; otherwise such a row is an error. */
  readonly ifAbsent?: boolean;
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
  { ifAbsent = false }: InsertOptions = {},
): Promise<number> {
  let inserted = 0;
  let working: Promise<number> = Promise.resolve(0);
  for (const batch of batches(rows)) {
    const statement = insertion(table, batch, ifAbsent);
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
  ifAbsent: boolean,
): RawBuilder<unknown> {
  const columns = Object.entries<ColumnType>(columnTypes[table]);
  const bytes: Uint8Array[] = [];
  const arrays: RawBuilder<unknown>[] = [];
  const given: string[] = [];
  const values: RawBuilder<unknown>[] = [];
  let end = 0;
  for (const [name, type] of columns) {
    const cells = rows.map((row) => row[name as keyof typeof row] as Cell);
    if (type === 'bytea') {
      const own = cells.map((cell) => (cell instanceof Uint8Array ? cell : null));
      // Counted from 1; without a start, the slice is null.
      const starts = own.map((cell) => {
        if (cell === null) return null;
        bytes.push(cell);
        end += cell.length;
        return end - cell.length + 1;
      });
      const [start, length] = [`${name}Start`, `${name}Length`];
      arrays.push(array('integer', starts));
      arrays.push(
        array(
          'integer',
          own.map((cell) => cell?.length ?? null),
        ),
      );
      given.push(start, length);
      values.push(sql`substring(bytes from ${sql.ref(start)} for ${sql.ref(length)})`);
    } else {
      arrays.push(array(type, cells as readonly Exclude<Cell, Uint8Array>[]));
      given.push(name);
      values.push(sql.ref(name));
    }
  }
  // Apart and made once: as part of the statement, the planner would copy all bytes many times.
  return sql`
    with content as materialized (select ${Buffer.concat(bytes, end)}::bytea as bytes)
    insert into ${sql.table(table)} (${names(columns.map(([name]) => name))})
    select ${sql.join(values)}
    from content cross join unnest(${sql.join(arrays)}) as given (${names(given)})
    ${ifAbsent ? sql`on conflict do nothing` : sql``}
  `;
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((name) => sql.ref(name)));
}
