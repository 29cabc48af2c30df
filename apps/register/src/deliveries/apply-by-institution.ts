import { sql, type Transaction } from 'kysely';
import { isBsn } from '../access/bsn.ts';
import { findOrCreateHolders, removeNewHolders } from '../holders/holders.ts';
import { answeredInstitutions } from '../institutions/successors.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import { markListsChanged } from '../status-lists/list-revisions.ts';
import type { Schema } from '../store/schema.ts';
import { applyLines } from './apply-lines.ts';
import type { Decisions } from './decide-lines.ts';
import type { AcceptedLine, RejectedLine } from './parse-line.ts';

export interface AcceptedDelivery {
  /** The institution that delivers. */
  readonly institution: string;
  readonly receivedAt: Date;
  readonly accepted: readonly AcceptedLine[];
}

interface Applied {
  readonly counts: Decisions['counts'];
  readonly rejected: readonly RejectedLine[];
}

/**
 * Applies the accepted lines of a delivery: those about records of the institution itself, and those
 * about records of each one that it succeeds, under whose name these records stay.
 *
 * @throws {Problem} `unavailable` when another institution has come to answer since the lines came.
 */
export async function applyByInstitution(
  transaction: Transaction<Schema>,
  register: Pick<Register, 'keys' | 'reference'>,
  { accepted, institution, receivedAt }: AcceptedDelivery,
): Promise<Applied> {
  const lines = Map.groupBy(accepted, (each) => recordInstitution(each, institution));
  const institutions = [...lines.keys()].sort();
  // Deliveries about the records of one institution wait for each other: they may be the same. In
  // one order, so that two deliveries never wait for each other.
  for (const each of institutions) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${each}, 0))`.execute(transaction);
  }
  // Minutes may have passed since the first line came. Sent again, all are held against what is so now.
  const answered = await answeredInstitutions(transaction, institution);
  if (!institutions.every((each) => answered.has(each))) {
    throw new Problem('unavailable', { headers: { 'Retry-After': '1' } });
  }
  const bsns = new Set(accepted.map(bsnOf).filter(isBsn));
  const { created, holders } = await findOrCreateHolders(transaction, register, bsns);
  // Of whom no line is accepted after all, the register does not want to know.
  const unused = new Set(created);
  const counts = { registered: 0, corrected: 0, withdrawn: 0, unchanged: 0 };
  const rejected: RejectedLine[] = [];
  const changedLists: number[] = [];
  for (const each of institutions) {
    const applied = await applyLines(transaction, register, {
      institution: each,
      receivedAt,
      accepted: lines.get(each) ?? [],
      holders,
    });
    counts.registered += applied.counts.registered;
    counts.corrected += applied.counts.corrected;
    counts.withdrawn += applied.counts.withdrawn;
    counts.unchanged += applied.counts.unchanged;
    rejected.push(...applied.rejected);
    for (const { version } of applied.created) unused.delete(version.holderId);
    changedLists.push(...applied.changedLists);
  }
  await removeNewHolders(transaction, unused);
  // Last, since other deliveries may wait for these rows until the transaction ends.
  await markListsChanged(transaction, changedLists);
  return { counts, rejected };
}

/** The institution under whose name the record is kept. */
function recordInstitution({ line }: AcceptedLine, deliverer: string): string {
  return line.action === 'register' ? line.diploma.institution : (line.institution ?? deliverer);
}

function bsnOf({ line }: AcceptedLine): string | undefined {
  return line.action === 'register' ? line.holder.bsn : undefined;
}
