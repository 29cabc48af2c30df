import { sql, type Transaction } from 'kysely';
import { holderIsRemoved } from '../holders/hold-holders.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { Problem } from '../problems/problem.ts';
import type { Schema } from '../store/schema.ts';

/** So many requests a holder makes in a day: the people who answer them are few. */
const requestsADay = 5;
/** Milliseconds. */
const day = 24 * 60 * 60 * 1_000;

/**
 * Sees that a holder does not ask too often. Requests of one holder wait for each other here.
 *
 * @throws {Problem} `too-many-correction-requests`; `unavailable` when the holder is being removed.
 */
export async function checkDailyLimit(
  transaction: Transaction<Schema>,
  holderId: HolderId,
  now: Date,
): Promise<void> {
  // A delivery holds whom it is about, perhaps for a while: it is not waited for.
  const holder = await sql`
    select id from holders where id = ${holderId} for no key update
  `.execute(transaction);
  if (holder.rows.length === 0) throw holderIsRemoved();
  const recent = await transaction
    .selectFrom('correctionRequests')
    .select('createdAt')
    .where('holderId', '=', holderId)
    .where('createdAt', '>', new Date(now.getTime() - day))
    .orderBy('createdAt', 'desc')
    .limit(requestsADay)
    .execute();
  const oldest = recent.at(-1);
  if (recent.length < requestsADay || oldest === undefined) return;
  const wait = oldest.createdAt.getTime() + day - now.getTime();
  throw new Problem('too-many-correction-requests', {
    detail: `A holder makes at most ${requestsADay} correction requests in 24 hours. Nothing was sent: try again tomorrow.`,
    headers: { 'Retry-After': String(Math.ceil(wait / 1_000)) },
  });
}
