import type { Share } from '@diplomaregister/contract';
import { type Selectable, sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { idForm, instantForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import type { ShareRow } from '../store/schema.ts';
import { openReceiver } from './receiver.ts';
import { shareState } from './share-state.ts';

export interface ShareListOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of the shares that the holder made, newest first. */
export async function listShares(
  register: Pick<Register, 'database' | 'keys' | 'now'>,
  holderId: HolderId,
  { cursor, limit = 100 }: ShareListOptions,
): Promise<Page<Share>> {
  const after = readCursor(cursor, instantForm, idForm);
  let query = register.database
    .selectFrom('shares')
    .selectAll()
    .where('holderId', '=', holderId)
    .orderBy('createdAt', 'desc')
    .orderBy('shareId', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, share_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  const page = toPage(await query.execute(), limit, (row) => [
    row.createdAt.toISOString(),
    row.shareId,
  ]);
  return { ...page, items: page.items.map((row) => toShare(register, row)) };
}

function toShare(register: Pick<Register, 'keys' | 'now'>, row: Selectable<ShareRow>): Share {
  return {
    id: row.shareId,
    diplomaIds: row.diplomaIds,
    expiresOn: row.expiresOn,
    marks: row.marks,
    ...openReceiver(register, row),
    createdAt: row.createdAt.toISOString(),
    state: shareState(row, register.now()),
    timesOpened: row.timesOpened,
    ...(row.lastOpenedAt && { lastOpenedAt: row.lastOpenedAt.toISOString() }),
  };
}
