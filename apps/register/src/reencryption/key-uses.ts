import { sql } from 'kysely';
import type { SecretKind } from '../keys/rotate.ts';
import type { Queries } from '../store/store.ts';
import { keyedTables } from './keyed-tables.ts';

/** The tables that have something under a key. */
export async function tablesUnderKey(
  queries: Queries,
  kind: SecretKind,
  id: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const { keyColumns, name } of keyedTables) {
    for (const column of keyColumns.filter((each) => each.kind === kind)) {
      const reference = sql.ref(column.name);
      const isUnknown = column.isOldWhenNull ? sql`or ${reference} is null` : sql``;
      const { rows } = await sql<{ isUsed: boolean }>`
        select exists (
          select 1 from ${sql.table(name)} where ${reference} = ${id} ${isUnknown}
        ) as is_used
      `.execute(queries);
      if (rows[0]?.isUsed) found.push(name);
    }
  }
  return found;
}
