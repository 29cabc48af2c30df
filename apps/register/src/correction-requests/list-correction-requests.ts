import type {
  CorrectionRequest,
  CorrectionStatus,
  ReceivedCorrectionRequest,
} from '@diplomaregister/contract';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { answeredInstitutions } from '../institutions/successors.ts';
import { idForm, instantForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow, Schema } from '../store/schema.ts';
import { toCorrectionRequests } from './present-to-holder.ts';
import { toReceivedRequests } from './present-to-institution.ts';

export interface CorrectionListOptions {
  readonly status?: CorrectionStatus;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of the holder's own requests, newest first. */
export async function listOwnRequests(
  register: Register,
  holderId: HolderId,
  options: CorrectionListOptions,
): Promise<Page<CorrectionRequest>> {
  const query = register.database
    .selectFrom('correctionRequests')
    .selectAll('correctionRequests')
    .where('correctionRequests.holderId', '=', holderId);
  const page = await readPage(query, options);
  return { ...page, items: await toCorrectionRequests(register.database, register, page.items) };
}

/** A page of the requests that this institution answers, newest first. */
export async function listReceivedRequests(
  register: Register,
  institution: string,
  options: CorrectionListOptions,
): Promise<Page<ReceivedCorrectionRequest>> {
  const answered = await answeredInstitutions(register.database, institution);
  if (answered.size === 0) return { items: [] };
  const query = register.database
    .selectFrom('correctionInbox')
    .innerJoin('correctionRequests', (join) =>
      join
        .onRef('correctionRequests.holderId', '=', 'correctionInbox.holderId')
        .onRef('correctionRequests.requestId', '=', 'correctionInbox.requestId'),
    )
    .selectAll('correctionRequests')
    .where('correctionInbox.institution', 'in', [...answered]);
  const page = await readPage(query, options);
  return { ...page, items: await toReceivedRequests(register.database, register, page.items) };
}

async function readPage<Tables extends 'correctionRequests' | 'correctionInbox'>(
  requests: SelectQueryBuilder<Schema, Tables, CorrectionRequestRow>,
  { cursor, limit = 100, status }: CorrectionListOptions,
): Promise<Page<CorrectionRequestRow>> {
  const after = readCursor(cursor, instantForm, idForm);
  let query = requests
    .orderBy(sql`correction_requests.created_at`, 'desc')
    .orderBy(sql`correction_requests.request_id`, 'desc')
    .limit(limit + 1);
  if (status !== undefined) {
    query = query.where(sql<boolean>`correction_requests.status = ${status}`);
  }
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(correction_requests.created_at, correction_requests.request_id)
        < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return toPage(await query.execute(), limit, (row) => [
    row.createdAt.toISOString(),
    row.requestId,
  ]);
}
