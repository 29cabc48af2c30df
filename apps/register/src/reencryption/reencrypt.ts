import { sql } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import type { Database, Queries } from '../store/store.ts';
import { camelCase } from './columns.ts';
import type { KeyColumn, KeyedTable, Row } from './keyed-table.ts';

/** How far a table is. */
export interface ReencryptionProgress {
  readonly table: string;
  /** Rows made anew so far. */
  readonly renewed: number;
  /** Rows that could not be made anew: they stay as they are. */
  readonly kept: number;
  readonly isDone: boolean;
}

export interface ReencryptionOptions {
  readonly database: Database;
  readonly keys: Keys;
  readonly tables: readonly KeyedTable[];
  /** Rows that one transaction looks at. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: ReencryptionProgress) => void;
}

/**
 * Makes everything anew that is not under the keys in use, batch by batch, each in a transaction of
 * its own: it may be stopped at any moment and begun again. What is done is gone through in batches
 * too, so that no statement takes the longer the more is done. Rows that somebody else is changing
 * are passed over and come in the next round, so that nobody waits for more than one batch.
 */
export async function reencrypt({
  batchSize = 500,
  database,
  keys,
  onProgress = () => {},
  tables,
}: ReencryptionOptions): Promise<readonly ReencryptionProgress[]> {
  const results: ReencryptionProgress[] = [];
  for (const table of tables) {
    let progress = { table: table.name, renewed: 0, kept: 0, isDone: false };
    let round: { renewed: number; kept: number };
    do {
      round = { renewed: 0, kept: 0 };
      let after: Row | undefined;
      do {
        const batch = await database
          .transaction()
          .execute((transaction) => renewBatch(transaction, keys, table, { after, batchSize }));
        round.renewed += batch.renewed;
        round.kept += batch.kept;
        after = batch.last;
        progress = { ...progress, renewed: progress.renewed + batch.renewed, kept: round.kept };
        onProgress(progress);
      } while (after !== undefined);
    } while (round.renewed > 0);
    progress = { ...progress, isDone: true };
    onProgress(progress);
    results.push(progress);
  }
  return results;
}

interface Batch {
  readonly renewed: number;
  readonly kept: number;
  /** Where the next batch begins; undefined at the end. */
  readonly last: Row | undefined;
}

async function renewBatch(
  queries: Queries,
  keys: Keys,
  table: KeyedTable,
  { after, batchSize }: { readonly after: Row | undefined; readonly batchSize: number },
): Promise<Batch> {
  const key = primaryKeyOf(table);
  const isLater = after === undefined ? sql`true` : sql`(${key}) > (${valuesOf(table, after)})`;
  const found = await sql<Row>`
    select ${key} from ${sql.table(table.name)}
    where ${isLater} order by ${key} offset ${batchSize - 1} limit 1
  `.execute(queries);
  const last = found.rows[0];
  const isWithin = last === undefined ? sql`true` : sql`(${key}) <= (${valuesOf(table, last)})`;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table.name)}
    where ${isLater} and ${isWithin} and (${isOld(keys, table)})
    order by ${key}
    for update skip locked
  `.execute(queries);
  if (rows.length === 0) return { renewed: 0, kept: 0, last };
  const renewed = await table.renew(queries, keys, rows);
  const changes = rows.flatMap((row, index) => {
    const columns = renewed[index];
    return columns === undefined ? [] : [{ ...keyOf(table, row), ...columns }];
  });
  await store(queries, table, changes);
  return { renewed: changes.length, kept: rows.length - changes.length, last };
}

function primaryKeyOf({ primaryKey }: KeyedTable) {
  return sql.join(primaryKey.map((column) => sql.ref(column)));
}

/** The values of the primary key of a row. */
function valuesOf({ primaryKey }: KeyedTable, row: Row) {
  return sql.join(primaryKey.map((column) => sql`${row[camelCase(column)]}`));
}

/** Whether a row has something that is not under the key in use. */
function isOld(keys: Keys, { keyColumns }: KeyedTable) {
  const conditions = keyColumns
    .filter(({ isRenewable }) => isRenewable)
    .map(({ isOldWhenNull = false, kind, name }: KeyColumn) => {
      const current = kind === 'hash' ? keys.hash.current().keyId : keys.content.currentKeyId();
      const column = sql.ref(name);
      return isOldWhenNull
        ? sql`${column} is distinct from ${current}`
        : sql`${column} <> ${current}`;
    });
  return sql.join(conditions, sql` or `);
}

function keyOf({ primaryKey }: KeyedTable, row: Row) {
  return Object.fromEntries(primaryKey.map((column) => [column, row[camelCase(column)]]));
}

/** PostgreSQL reads bytes in JSON as it writes them: `\x` and hexadecimal digits. */
async function store(
  queries: Queries,
  { name, primaryKey, renewed }: KeyedTable,
  changes: readonly Row[],
): Promise<void> {
  if (changes.length === 0) return;
  const json = JSON.stringify(
    changes.map((change) =>
      Object.fromEntries(
        Object.entries(change).map(([column, value]) => [
          column,
          value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
        ]),
      ),
    ),
  );
  const table = sql.table(name);
  await sql`
    update ${table} as stored
    set ${sql.join(renewed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`changed.${column}`)}`))}
    from jsonb_populate_recordset(null::${table}, ${json}::text::jsonb) as changed
    where ${sql.join(
      primaryKey.map(
        (column) => sql`${sql.ref(`stored.${column}`)} = ${sql.ref(`changed.${column}`)}`,
      ),
      sql` and `,
    )}
  `.execute(queries);
}
