import { sql } from 'kysely';
import type { Database } from '../store/store.ts';
import { removeAccessRecords } from './remove-access-records.ts';
import { removeCorrectionRequests } from './remove-correction-requests.ts';
import { removeDiplomas } from './remove-diplomas.ts';
import { type Removal, removeInBatches } from './remove-in-batches.ts';
import { removeRejections } from './remove-rejections.ts';
import { removeShares } from './remove-shares.ts';
import { endOfTerm, type Retention, type TermName } from './terms.ts';

const removals: Readonly<Record<TermName, Removal>> = {
  shares: removeShares,
  accessRecords: removeAccessRecords,
  correctionRequests: removeCorrectionRequests,
  rejections: removeRejections,
  diplomas: removeDiplomas,
};

/**
 * Removes everything that has had its term, and tells how many of each. After `stopping`, it ends with
 * the batch at hand.
 */
export async function applyRetention(
  database: Database,
  retention: Retention,
  now: Date,
  stopping?: AbortSignal,
): Promise<Readonly<Record<TermName, number>>> {
  const removed = {
    shares: 0,
    accessRecords: 0,
    correctionRequests: 0,
    rejections: 0,
    diplomas: 0,
  };
  for (const name of Object.keys(removals) as TermName[]) {
    const before = endOfTerm(name, retention, now);
    removed[name] = await removeInBatches(database, alone(removals[name]), before, stopping);
  }
  return removed;
}

/**
 * With no other removal beside it: the command may be given while the run of the day is at work, and
 * each would hold what the other waits for.
 */
function alone(removal: Removal): Removal {
  return async (queries, before, limit) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('retention', 1))`.execute(queries);
    return removal(queries, before, limit);
  };
}
