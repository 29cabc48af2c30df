import type { AccessRecord } from '@diplomaregister/contract';
import { sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { idForm, instantForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import { openAccessRecord } from './access-record.ts';

export interface AccessRecordListOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of what others did with the holder's diplomas, newest first. */
export async function listAccessRecords(
  register: Pick<Register, 'readDatabase' | 'keys'>,
  holderId: HolderId,
  { cursor, limit = 100 }: AccessRecordListOptions,
): Promise<Page<AccessRecord>> {
  const after = readCursor(cursor, instantForm, idForm);
  let query = register.readDatabase
    .selectFrom('accessRecords')
    .select(['accessedAt', 'recordId', 'content', 'contentKeyId'])
    .where('holderId', '=', holderId)
    .orderBy('accessedAt', 'desc')
    .orderBy('recordId', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(accessed_at, record_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  const page = toPage(await query.execute(), limit, (row) => [
    row.accessedAt.toISOString(),
    row.recordId,
  ]);
  return { ...page, items: page.items.map((row) => openAccessRecord(register, row)) };
}
