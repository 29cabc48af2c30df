import type { Insertable, InsertQueryBuilder, InsertResult } from 'kysely';
import type { Schema } from './schema.ts';
import type { Queries } from './store.ts';

/** PostgreSQL takes at most 65,535 parameters in a statement; fewer at a time are faster. */
const parameterLimit = 10_000;

type Insert<Table extends keyof Schema> = InsertQueryBuilder<Schema, Table, InsertResult>;

/** Inserts any number of rows, as many at once as a statement takes. */
export async function insertInBatches<Table extends keyof Schema>(
  queries: Queries,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
  refine: (insert: Insert<Table>) => Insert<Table> = (insert) => insert,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(parameterLimit / Object.keys(first).length);
  for (let start = 0; start < rows.length; start += size) {
    await refine(queries.insertInto(table).values(rows.slice(start, start + size))).execute();
  }
}
