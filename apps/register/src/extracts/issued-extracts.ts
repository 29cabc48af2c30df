import { createHash } from 'node:crypto';
import type { IssuedExtract } from '@diplomaregister/contract';
import { sql } from 'kysely';
import type { Acting } from '../access/caller.ts';
import { recordRepresentative } from '../access-records/representatives.ts';
import { holdHolders } from '../holders/hold-holders.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { instantForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import type { ExtractRow } from '../store/schema.ts';
import type { Conclude } from '../store/store.ts';

export interface ExtractListOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

const numberForm = /^DR-[0-9A-Z*~$=-]{16}$/;

/**
 * Notes that an extract was issued, and by whom when somebody acted for the holder. Gives what
 * `conclude` makes of it in the same transaction.
 *
 * @throws {Problem} `unavailable` when the holder is being removed.
 */
export async function storeExtract<Result>(
  register: Pick<Register, 'database' | 'keys' | 'now'>,
  caller: Acting,
  extract: ExtractRow,
  conclude: Conclude<ExtractRow, Result>,
): Promise<Result> {
  const numberHash = createHash('sha256').update(extract.number).digest();
  return register.database.transaction().execute(async (transaction) => {
    await holdHolders(transaction, [extract.holderId]);
    await transaction
      .with('numbers', (queries) =>
        queries.insertInto('extractNumbers').values({ numberHash, holderId: extract.holderId }),
      )
      .insertInto('extracts')
      .values(extract)
      .execute();
    const { diplomaIds } = extract;
    await recordRepresentative(transaction, register, caller, 'extract-issued', diplomaIds);
    return conclude(transaction, extract);
  });
}

/** A page of the extracts that were issued to the holder, newest first. */
export async function listIssuedExtracts(
  { database }: Pick<Register, 'database'>,
  holderId: HolderId,
  { cursor, limit = 100 }: ExtractListOptions,
): Promise<Page<IssuedExtract>> {
  const after = readCursor(cursor, instantForm, numberForm);
  let query = database
    .selectFrom('extracts')
    .select(['number', 'issuedAt', 'language', 'diplomaIds'])
    .where('holderId', '=', holderId)
    .orderBy('issuedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(issued_at, number) < (${after[0]}::timestamptz, ${after[1]})`,
    );
  }
  const page = toPage(await query.execute(), limit, (row) => [
    row.issuedAt.toISOString(),
    row.number,
  ]);
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() })),
  };
}
