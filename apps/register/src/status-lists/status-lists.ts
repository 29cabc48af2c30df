import { createHash } from 'node:crypto';
import { createStatusList, setStatus, signStatusList } from '@diplomaregister/seal/seal';
import type { Register } from '../register.ts';
import { findRevision } from './list-revisions.ts';
import { statusListSize, statusListUri } from './status-reference.ts';

/** A signed status list, as it is served. */
export interface SignedStatusList {
  readonly token: string;
  readonly etag: string;
}

interface KeptList extends SignedStatusList {
  readonly revision: number;
  /** Epoch milliseconds: no verifier takes a list from later than now, as of a clock that was ahead. */
  readonly issuedAt: number;
  /** Epoch milliseconds from when it is signed anew, changed or not. */
  readonly renewAt: number;
}

type Signing = Pick<Register, 'configuration' | 'database' | 'keys' | 'now'>;

/** Seconds that a verifier may use a list before it asks again. */
export const statusListTtl = 60;
/** Milliseconds after which a list is worth nothing. */
const lifetime = 24 * 60 * 60 * 1_000;

/** The signed status lists of a register. */
export interface StatusLists {
  /** The list as it is now; undefined when there is none with this id. */
  get(listId: number): Promise<SignedStatusList | undefined>;
}

/**
 * Signs status lists when they are asked for, and keeps them until a status in them changes or half
 * of their lifetime has passed. Memory grows with the number of lists, not with requests.
 */
export function createStatusLists(register: Signing): StatusLists {
  const kept = new Map<number, KeptList>();
  const asking = new Map<number, Promise<number | undefined>>();
  const signing = new Map<string, Promise<KeptList>>();

  /** Many may ask at once for one list: the database is asked once. */
  function revisionOf(listId: number): Promise<number | undefined> {
    const pending =
      asking.get(listId) ??
      findRevision(register.database, listId).finally(() => asking.delete(listId));
    asking.set(listId, pending);
    return pending;
  }

  async function renew(listId: number, revision: number): Promise<KeptList> {
    const list = await signList(register, listId, revision);
    kept.set(listId, list);
    return list;
  }

  return {
    async get(listId) {
      const revision = await revisionOf(listId);
      if (revision === undefined) return undefined;
      const list = kept.get(listId);
      const now = register.now().getTime();
      const isCurrent = list?.revision === revision && list.issuedAt <= now && now < list.renewAt;
      if (isCurrent) return list;
      // Many may ask at once for a list that just changed: it is signed once.
      const key = `${listId} ${revision}`;
      const pending =
        signing.get(key) ?? renew(listId, revision).finally(() => signing.delete(key));
      signing.set(key, pending);
      return pending;
    },
  };
}

async function signList(
  { configuration, database, keys, now }: Signing,
  listId: number,
  revision: number,
): Promise<KeptList> {
  const statuses = createStatusList(statusListSize);
  const rows = await database
    .selectFrom('diplomaVersions')
    .select(['statusIndex', 'standing'])
    .where('statusList', '=', listId)
    .where('standing', '<>', 'valid')
    .unionAll((query) =>
      query
        .selectFrom('removedStatuses')
        .select(['statusIndex', 'standing'])
        .where('statusList', '=', listId),
    )
    .execute();
  for (const { statusIndex, standing } of rows) setStatus(statuses, statusIndex, standing);
  const issuedAt = now();
  const token = await signStatusList({
    uri: statusListUri({ configuration }, listId),
    statuses,
    signer: keys.status.signer,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + lifetime),
    ttl: statusListTtl,
  });
  return {
    token,
    etag: `"${createHash('sha256').update(token).digest('base64url')}"`,
    revision,
    issuedAt: issuedAt.getTime(),
    renewAt: issuedAt.getTime() + lifetime / 2,
  };
}
