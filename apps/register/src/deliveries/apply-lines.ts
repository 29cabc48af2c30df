import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RegisterLine } from '@diplomaregister/contract';
import type { Transaction } from 'kysely';
import { type Bsn, isBsn } from '../access/bsn.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { storeAnonymousHolders } from '../holders/holders.ts';
import type { KeyedHashes } from '../keys/keyed-hash.ts';
import type { Register } from '../register.ts';
import { countDiplomas } from '../statistics/count-diplomas.ts';
import type { Schema } from '../store/schema.ts';
import { type Decisions, decideLines, type KnownVersion } from './decide-lines.ts';
import { findKnownRecords } from './known-records.ts';
import { digestLine, isDigestOf, type LineDigest } from './line-digest.ts';
import type { AcceptedLine } from './parse-line.ts';
import {
  changeRecords,
  changeStandings,
  storeRecords,
  storeVersions,
  withdrawEarlierVersions,
} from './store-versions.ts';

export interface AcceptedLines {
  /** The institution whose records they are about. */
  readonly institution: string;
  readonly receivedAt: Date;
  readonly accepted: readonly AcceptedLine[];
  /** The holders with the BSNs that the lines name. */
  readonly holders: ReadonlyMap<Bsn, HolderId>;
}

export interface AppliedLines extends Pick<Decisions, 'counts' | 'created' | 'rejected'> {
  /** The status lists in which statuses changed. */
  readonly changedLists: readonly number[];
}

/** Applies accepted lines about the records of one institution within the transaction. */
export async function applyLines(
  transaction: Transaction<Schema>,
  register: Pick<Register, 'keys' | 'reference'>,
  { institution, receivedAt, accepted, holders }: AcceptedLines,
): Promise<AppliedLines> {
  const recordIds = new Set(accepted.map(({ line }) => line.recordId));
  const known = await findKnownRecords(transaction, institution, recordIds);
  const { hash } = register.keys;
  const digests = await digestNewLines(hash, known, accepted);
  const decisions = decideLines(accepted, {
    known,
    holderOf: ({ holder }) => (isBsn(holder.bsn) ? holders.get(holder.bsn) : undefined),
    digestOf: (line) => digests.get(line) ?? digestLine(hash, line),
    isDigestOf: (digest, line) => isDigestOf(digest, hash, line),
    sectorOf: (line) => sectorOf(register, line),
    newId: randomUUID,
  });

  await storeAnonymousHolders(transaction, decisions.anonymousHolders);
  const changedLists = [
    ...(await changeStandings(transaction, decisions.changed)),
    ...(await storeVersions(transaction, register, decisions.created, receivedAt)),
    ...(await withdrawEarlierVersions(transaction, [...decisions.changed, ...decisions.created])),
  ];
  const records = Map.groupBy(decisions.records, ([recordId]) =>
    known.has(recordId) ? 'changed' : 'new',
  );
  await storeRecords(transaction, institution, new Map(records.get('new')));
  await changeRecords(transaction, institution, new Map(records.get('changed')));
  await countDiplomas(transaction, [...decisions.changed, ...decisions.created]);
  return { ...decisions, changedLists };
}

/** Lines after which others get their turn: digests take longer than the decisions themselves. */
const linesPerTurn = 500;

/** The digests of the lines about new records. */
async function digestNewLines(
  hash: KeyedHashes,
  known: ReadonlyMap<string, KnownVersion>,
  accepted: readonly AcceptedLine[],
): Promise<Map<RegisterLine, LineDigest>> {
  const digests = new Map<RegisterLine, LineDigest>();
  for (const [at, { line }] of accepted.entries()) {
    if (at % linesPerTurn === linesPerTurn - 1) await nextTurn();
    if (line.action !== 'register' || known.has(line.recordId)) continue;
    digests.set(line, digestLine(hash, line));
  }
  return digests;
}

function sectorOf({ reference }: Pick<Register, 'reference'>, { diploma }: RegisterLine) {
  const programme = reference.programme(diploma.programme.scheme, diploma.programme.code);
  if (programme === undefined) throw new Error('A line with an unknown programme was accepted.');
  return programme.sector;
}
