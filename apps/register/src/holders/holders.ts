import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Bsn } from '../access/bsn.ts';
import type { KeyedHash } from '../keys/keyed-hash.ts';
import type { Register } from '../register.ts';
import { array } from '../store/arrays.ts';
import { insertInBatches } from '../store/insert-in-batches.ts';
import type { HolderRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { holderIsRemoved, holdHolders } from './hold-holders.ts';
import { type HolderId, nobody } from './holder-id.ts';

type KeyRing = Pick<Register, 'keys'>;

/** The holder with this BSN, or nobody. */
export async function findHolder(
  register: Pick<Register, 'database' | 'keys' | 'readDatabase' | 'recentHolders'>,
  bsn: Bsn,
): Promise<HolderId> {
  const { database, readDatabase, recentHolders } = register;
  const hashes = hashesOf(register, bsn);
  const key = hashes.map((hash) => Buffer.from(hash).toString('hex')).join();
  const recent = recentHolders.get(key);
  if (recent !== undefined) return recent;
  // An id never changes; but a replica may not have a holder yet who is new.
  for (const queries of new Set([readDatabase, database])) {
    const row = await queries
      .selectFrom('holders')
      .select('id')
      .where('bsnHash', 'in', hashes)
      .executeTakeFirst();
    if (row === undefined) continue;
    recentHolders.set(key, row.id);
    return row.id;
  }
  return nobody;
}

/** The holders with some BSNs, and those of them who were made. */
export interface FoundHolders {
  readonly holders: ReadonlyMap<Bsn, HolderId>;
  readonly created: ReadonlySet<HolderId>;
}

/**
 * The holders with these BSNs, made where they are new. Nobody removes them until the transaction
 * ends.
 *
 * @throws {Problem} `unavailable` when one of them is being removed at this moment.
 */
export async function findOrCreateHolders(
  queries: Queries,
  { keys }: KeyRing,
  bsns: ReadonlySet<Bsn>,
): Promise<FoundHolders> {
  const found = await findByBsn(queries, { keys }, bsns);
  let missing = without(bsns, found);
  const hash = keys.hash.current();
  if (missing.length > 0 && keys.hash.all().length > 1) {
    await lockNewHolders(queries, { isLast: hash.keyId === keys.hash.last().keyId });
    for (const [bsn, id] of await findByBsn(queries, { keys }, missing)) found.set(bsn, id);
    missing = without(missing, found);
  }
  const created = await createHolders(queries, { keys }, hash, missing);
  // Another institution may have delivered for the same person at this moment.
  const others = await findByBsn(queries, { keys }, without(missing, created));
  const earlier = new Map([...found, ...others]);
  if (earlier.size + created.size < bsns.size) throw holderIsRemoved();
  await holdHolders(queries, [...earlier.values()]);
  return { holders: new Map([...earlier, ...created]), created: new Set(created.values()) };
}

/** Removes holders whom this transaction made, so that nothing can be of them yet. */
export async function removeNewHolders(
  queries: Queries,
  ids: ReadonlySet<HolderId>,
): Promise<void> {
  if (ids.size === 0) return;
  await sql`
    delete from holders where id in (select unnest(${array('uuid', [...ids])}))
  `.execute(queries);
}

/** Where the BSN of a holder is kept encrypted. */
export function holderPlace(id: HolderId) {
  return { table: 'holders', row: id };
}

/** The holder with this BSN, made when new. */
export async function enrolHolder(
  register: Pick<Register, 'database' | 'keys'>,
  bsn: Bsn,
): Promise<HolderId> {
  const { holders } = await register.database
    .transaction()
    .execute((transaction) => findOrCreateHolders(transaction, register, new Set([bsn])));
  const holder = holders.get(bsn);
  if (holder === undefined) throw new Error('A holder was neither found nor made.');
  return holder;
}

/**
 * The BSNs of these holders, for an institution that answers their correction requests and for
 * nobody else. Holders without one are left out.
 */
export async function readBsns(
  queries: Queries,
  { keys }: KeyRing,
  ids: readonly HolderId[],
): Promise<Map<HolderId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('holders')
    .select(['id', 'bsnContent', 'contentKeyId'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.flatMap(({ bsnContent: content, contentKeyId, id }) => {
      if (content === null || contentKeyId === null) return [];
      return [[id, keys.content.decrypt({ content, contentKeyId }, holderPlace(id))] as const];
    }),
  );
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

/**
 * Keeps the same person from being added under two hash keys, of which no hash would conflict. Under
 * the key that comes last, people are added side by side; under one before it, as is done until the
 * last one comes into use, by one delivery alone. No clock tells which of the two it is.
 */
async function lockNewHolders(
  queries: Queries,
  { isLast }: { readonly isLast: boolean },
): Promise<void> {
  const lock = sql.raw(isLast ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended('new holders', 1))`.execute(queries);
}

/** Makes holders with these BSNs, and tells whom: not who is there already. */
async function createHolders(
  queries: Queries,
  { keys }: KeyRing,
  hash: KeyedHash,
  bsns: readonly Bsn[],
): Promise<Map<Bsn, HolderId>> {
  // In order: two deliveries that make the same holders must not wait for each other.
  const hashed = bsns
    .map((bsn) => ({ bsn, bsnHash: hash.digest('bsn', bsn) }))
    .sort((one, other) => Buffer.compare(one.bsnHash, other.bsnHash));
  const created = new Map<Bsn, HolderId>();

  function* rows(): Generator<HolderRow> {
    for (const { bsn, bsnHash } of hashed) {
      const id = randomUUID() as HolderId;
      const { content, contentKeyId } = keys.content.encrypt(bsn, holderPlace(id));
      created.set(bsn, id);
      yield { id, bsnHash, hashKeyId: hash.keyId, bsnContent: content, contentKeyId };
    }
  }

  const count = await insertInBatches(queries, 'holders', rows(), { ifNew: 'bsnHash' });
  if (count === bsns.length) return created;
  const stored = await findByBsn(queries, { keys }, bsns);
  return new Map([...created].filter(([bsn, id]) => stored.get(bsn) === id));
}

/** Those of the BSNs that are known, under whatever key. */
async function findByBsn(
  queries: Queries,
  { keys }: KeyRing,
  bsns: Iterable<Bsn>,
): Promise<Map<Bsn, HolderId>> {
  const hashed = [...bsns].flatMap((bsn) => hashesOf({ keys }, bsn).map((hash) => ({ bsn, hash })));
  if (hashed.length === 0) return new Map();
  const hashes = Buffer.concat(hashed.map(({ hash }) => hash));
  // One by one, by the index: for a thousand of them the planner would rather read all holders.
  const { rows } = await sql<{ at: number; id: HolderId }>`
    select wanted.at, holders.id
    from (select ${hashes}::bytea as hashes) as given
      cross join generate_series(0, ${hashed.length - 1}::integer) as wanted (at)
      cross join lateral (
        select id from holders
        where bsn_hash = substring(hashes from wanted.at * 32 + 1 for 32)
        limit 1
      ) as holders
  `.execute(queries);
  return new Map(
    rows.flatMap(({ at, id }) => {
      const bsn = hashed[at]?.bsn;
      return bsn === undefined ? [] : [[bsn, id] as const];
    }),
  );
}

/** The hashes by which a BSN may be found; without the key, they lead back to no BSN. */
function hashesOf({ keys }: KeyRing, bsn: Bsn): Uint8Array[] {
  return keys.hash.all().map((hash) => hash.digest('bsn', bsn));
}

function without(bsns: Iterable<Bsn>, found: ReadonlyMap<Bsn, HolderId>): Bsn[] {
  return [...bsns].filter((bsn) => !found.has(bsn));
}
