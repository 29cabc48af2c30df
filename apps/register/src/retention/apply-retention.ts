import type { Database, Queries } from '../store/store.ts';
import { removeAccessRecords } from './remove-access-records.ts';
import { removeCorrectionRequests } from './remove-correction-requests.ts';
import { removeDiplomas } from './remove-diplomas.ts';
import { removeRejections } from './remove-rejections.ts';
import { removeShares } from './remove-shares.ts';
import { endOfTerm, type Retention, type TermName } from './terms.ts';

/** Removes at most `limit` of something from before a moment, in a transaction; tells how many. */
type Removal = (queries: Queries, before: Date, limit: number) => Promise<number>;

const removals: Readonly<Record<TermName, Removal>> = {
  shares: removeShares,
  accessRecords: removeAccessRecords,
  correctionRequests: removeCorrectionRequests,
  rejections: removeRejections,
  diplomas: removeDiplomas,
};

/** In one transaction, so that nobody waits long for one. */
const batchSize = 1_000;

/** Removes everything that has had its term, and tells how many of each. */
export async function applyRetention(
  database: Database,
  retention: Retention,
  now: Date,
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
    let count: number;
    do {
      count = await database
        .transaction()
        .execute((transaction) => removals[name](transaction, before, batchSize));
      removed[name] += count;
    } while (count === batchSize);
  }
  return removed;
}
