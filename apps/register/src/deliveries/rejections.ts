import type { Rejection } from '@diplomaregister/contract';
import { type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import { insertInBatches } from '../store/insert-in-batches.ts';
import type { Queries } from '../store/store.ts';
import type { RejectedLine } from './parse-line.ts';

/** Keeps the rejected lines of a delivery, encrypted: an unknown property may have any name. */
export async function storeRejections(
  queries: Queries,
  { keys }: Pick<Register, 'keys'>,
  deliveryId: string,
  rejections: readonly RejectedLine[],
): Promise<void> {
  const rows = rejections.map(({ number: line, recordId, errors }) => ({
    deliveryId,
    line,
    ...keys.content.encrypt(JSON.stringify({ recordId, errors }), rejectionPlace(deliveryId, line)),
  }));
  await insertInBatches(queries, 'deliveryRejections', rows);
}

/** A page of the rejected lines of a delivery, in the order of the lines. */
export async function listRejections(
  { database, keys }: Pick<Register, 'database' | 'keys'>,
  deliveryId: string,
  { cursor, limit = 100 }: { readonly cursor?: string; readonly limit?: number },
): Promise<Page<Rejection>> {
  const [after = '0'] = readCursor(cursor, /^\d{1,9}$/) ?? [];
  const rows = await database
    .selectFrom('deliveryRejections')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .where('line', '>', Number(after))
    .orderBy('line')
    .limit(limit + 1)
    .execute();
  const page = toPage(rows, limit, ({ line }) => [String(line)]);
  const items = page.items.map((row): Rejection => {
    const content = keys.content.decrypt(row, rejectionPlace(deliveryId, row.line));
    return { line: row.line, ...(JSON.parse(content) as Omit<Rejection, 'line'>) };
  });
  return { ...page, items };
}

/** Where a rejected line is kept encrypted. */
export function rejectionPlace(deliveryId: string, line: number) {
  return { table: 'delivery_rejections', row: `${deliveryId} ${line}` };
}
