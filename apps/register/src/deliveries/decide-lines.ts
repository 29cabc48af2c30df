import type { RegisterLine, Sector } from '@diplomaregister/contract';
import { lineError } from '@diplomaregister/contract/problems';
import type { HolderId } from '../holders/holder-id.ts';
import type { Standing } from '../store/schema.ts';
import type { LineDigest } from './line-digest.ts';
import type { AcceptedLine, RejectedLine } from './parse-line.ts';

/** The current version of a diploma, as the decisions about lines need it. */
export interface KnownVersion {
  readonly holderId: HolderId;
  /** The holder has no BSN. */
  readonly isAnonymous: boolean;
  readonly diplomaId: string;
  readonly version: number;
  readonly standing: Standing;
  readonly sector: Sector;
  readonly awarded: string;
  readonly digest: Uint8Array;
  /** Absent until the version is stored. */
  readonly statusList?: number;
  readonly origin: 'stored' | 'delivered';
  /** The stored version of the record that a delivered one comes in the place of. */
  readonly replaces?: KnownVersion;
}

/** A version that this delivery makes. */
export interface NewVersion extends KnownVersion, LineDigest {
  readonly origin: 'delivered';
  readonly line: RegisterLine;
}

/** How a version stands after the delivery, beside how it stood. */
export interface Changed<Version extends KnownVersion> {
  readonly version: Version;
  readonly standing: Standing;
  readonly isCurrent: boolean;
}

export interface Decisions {
  readonly created: readonly Changed<NewVersion>[];
  /** Versions from before, whose standing changes. */
  readonly changed: readonly Changed<KnownVersion>[];
  /** Which diploma each record is from now on, where that is new. */
  readonly records: ReadonlyMap<string, NewVersion>;
  /** Holders without a BSN that are new. */
  readonly anonymousHolders: readonly HolderId[];
  readonly counts: {
    readonly registered: number;
    readonly corrected: number;
    readonly withdrawn: number;
    readonly unchanged: number;
  };
  readonly rejected: readonly RejectedLine[];
}

/** What the decisions need to know of the world. */
export interface DecisionContext {
  /** Current versions by record id. */
  readonly known: ReadonlyMap<string, KnownVersion>;
  /** The holder with the BSN of a line; undefined for a line without one. */
  holderOf(line: RegisterLine): HolderId | undefined;
  digestOf(line: RegisterLine): LineDigest;
  /** Whether the digest is of a line that says the same. */
  isDigestOf(digest: Uint8Array, line: RegisterLine): boolean;
  sectorOf(line: RegisterLine): Sector;
  newId(): string;
}

/**
 * Decides, line by line in order, what becomes of each, and what must be stored. What was withdrawn
 * stays withdrawn.
 */
export function decideLines(
  accepted: readonly AcceptedLine[],
  context: DecisionContext,
): Decisions {
  const current = new Map(context.known);
  const states = new Map<KnownVersion, { standing: Standing; isCurrent: boolean }>();
  const records = new Map<string, NewVersion>();
  const anonymousHolders: HolderId[] = [];
  const counts = { registered: 0, corrected: 0, withdrawn: 0, unchanged: 0 };
  const rejected: RejectedLine[] = [];

  const standingOf = (version: KnownVersion) => states.get(version)?.standing ?? version.standing;

  function create(line: RegisterLine, holderId: HolderId, replaced?: KnownVersion): void {
    // That of another person is another diploma.
    const before = replaced?.holderId === holderId ? replaced : undefined;
    const replaces = replaced?.origin === 'stored' ? replaced : replaced?.replaces;
    const version: NewVersion = {
      holderId,
      isAnonymous: line.holder.bsn === undefined,
      diplomaId: before?.diplomaId ?? context.newId(),
      version: (before?.version ?? 0) + 1,
      standing: 'valid',
      sector: context.sectorOf(line),
      awarded: awardOf(line),
      ...context.digestOf(line),
      origin: 'delivered',
      ...(replaces && { replaces }),
      line,
    };
    if (before !== undefined) states.set(before, { standing: 'superseded', isCurrent: false });
    states.set(version, { standing: 'valid', isCurrent: true });
    current.set(line.recordId, version);
    if (before === undefined) records.set(line.recordId, version);
  }

  function createAnonymousHolder(): HolderId {
    const id = context.newId() as HolderId;
    anonymousHolders.push(id);
    return id;
  }

  function register(line: RegisterLine): keyof typeof counts | 'record-withdrawn' {
    const before = current.get(line.recordId);
    if (before !== undefined && standingOf(before) === 'withdrawn') {
      // Whose it is makes no difference: the same line names the same person.
      return context.isDigestOf(before.digest, line) ? 'unchanged' : 'record-withdrawn';
    }
    const ownHolder = before?.isAnonymous ? before.holderId : undefined;
    const holderId = context.holderOf(line) ?? ownHolder ?? createAnonymousHolder();
    if (before === undefined) {
      create(line, holderId);
      return 'registered';
    }
    if (before.holderId !== holderId) {
      // It was never this person's diploma, who sees it no more: make one for whose it is.
      states.set(before, { standing: 'withdrawn', isCurrent: false });
      create(line, holderId, before);
      return 'corrected';
    }
    if (context.isDigestOf(before.digest, line)) return 'unchanged';
    create(line, holderId, before);
    return 'corrected';
  }

  function withdraw(recordId: string): keyof typeof counts | 'record-unknown' {
    const before = current.get(recordId);
    if (before === undefined) return 'record-unknown';
    if (standingOf(before) === 'withdrawn') return 'unchanged';
    states.set(before, { standing: 'withdrawn', isCurrent: true });
    return 'withdrawn';
  }

  for (const { number, line } of accepted) {
    const result = line.action === 'register' ? register(line) : withdraw(line.recordId);
    if (result === 'record-unknown' || result === 'record-withdrawn') {
      const errors = [lineError(result, '/recordId')];
      rejected.push({ number, recordId: line.recordId, errors });
    } else counts[result] += 1;
  }

  const changes = [...states].map(([version, state]) => ({ version, ...state }));
  return {
    created: changes.filter(isCreated),
    changed: changes.filter(({ version }) => version.origin === 'stored'),
    records,
    anonymousHolders,
    counts,
    rejected,
  };
}

/** The award as text that sorts: `YYYY-MM-DD`, or `YYYY-MM`. */
function awardOf({ diploma }: RegisterLine): string {
  return 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
}

function isCreated(change: Changed<KnownVersion>): change is Changed<NewVersion> {
  return change.version.origin === 'delivered';
}
