import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Bsn } from '../access/bsn.ts';
import type { Register } from '../register.ts';
import { insertInBatches } from '../store/insert-in-batches.ts';
import type { Queries } from '../store/store.ts';
import { type HolderId, nobody } from './holder-id.ts';

type KeyRing = Pick<Register, 'keys'>;

/** The holder with this BSN, or nobody. */
export async function findHolder(
  { database, keys, readDatabase }: Pick<Register, 'database' | 'readDatabase' | 'keys'>,
  bsn: Bsn,
): Promise<HolderId> {
  const hash = hashBsn({ keys }, bsn);
  // An id never changes; but a replica may not have a holder yet who is new.
  for (const queries of new Set([readDatabase, database])) {
    const row = await queries
      .selectFrom('holders')
      .select('id')
      .where('bsnHash', '=', hash)
      .executeTakeFirst();
    if (row !== undefined) return row.id;
  }
  return nobody;
}

/** The holders with these BSNs, made where they are new. */
export async function findOrCreateHolders(
  queries: Queries,
  { keys }: KeyRing,
  bsns: ReadonlySet<Bsn>,
): Promise<Map<Bsn, HolderId>> {
  const hashed = [...bsns].map((bsn) => ({ bsn, hash: hashBsn({ keys }, bsn) }));
  const found = await findByHash(queries, hashed);
  const missing = hashed.filter(({ bsn }) => !found.has(bsn));
  if (missing.length === 0) return found;
  // In order: two deliveries that make the same holders must not wait for each other.
  const rows = missing
    .sort((one, other) => Buffer.compare(one.hash, other.hash))
    .map(({ bsn, hash: bsnHash }) => {
      const id = randomUUID() as HolderId;
      const { content, contentKeyId } = keys.content.encrypt(bsn, { table: 'holders', row: id });
      return { id, bsnHash, hashKeyId: keys.hash.keyId, bsnContent: content, contentKeyId };
    });
  const created = await insertInBatches(queries, 'holders', rows, { ifAbsent: true });
  // Another institution may have delivered for the same person at this moment.
  const isAllNew = created === rows.length;
  const added = isAllNew
    ? new Map(missing.map(({ bsn }, at) => [bsn, rows[at]?.id ?? nobody] as const))
    : await findByHash(queries, missing);
  return new Map([...found, ...added]);
}

/** Stores holders of whom no BSN is known. */
export async function storeAnonymousHolders(
  queries: Queries,
  ids: readonly HolderId[],
): Promise<void> {
  const none = { bsnHash: null, hashKeyId: null, bsnContent: null, contentKeyId: null };
  await insertInBatches(
    queries,
    'holders',
    ids.map((id) => ({ id, ...none })),
  );
}

interface HashedBsn {
  readonly bsn: Bsn;
  readonly hash: Uint8Array;
}

async function findByHash(
  queries: Queries,
  hashed: readonly HashedBsn[],
): Promise<Map<Bsn, HolderId>> {
  if (hashed.length === 0) return new Map();
  const hashes = Buffer.concat(hashed.map(({ hash }) => hash));
  const { rows } = await sql<{ at: number; id: HolderId }>`
    select wanted.at, holders.id
    from (select ${hashes}::bytea as hashes) as given
      cross join generate_series(0, ${hashed.length - 1}::integer) as wanted (at)
      join holders on holders.bsn_hash = substring(hashes from wanted.at * 32 + 1 for 32)
  `.execute(queries);
  return new Map(
    rows.flatMap(({ at, id }) => {
      const bsn = hashed[at]?.bsn;
      return bsn === undefined ? [] : [[bsn, id] as const];
    }),
  );
}

/** The keyed hash by which a BSN is found; without the key, it leads back to no BSN. */
function hashBsn({ keys }: KeyRing, bsn: Bsn): Uint8Array {
  return keys.hash.digest('bsn', bsn);
}
