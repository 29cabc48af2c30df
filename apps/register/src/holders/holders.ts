import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Bsn } from '../access/bsn.ts';
import type { Register } from '../register.ts';
import { insertInBatches } from '../store/insert-in-batches.ts';
import type { HolderRow } from '../store/schema.ts';
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
  const hashes = new Map([...bsns].map((bsn) => [hex(hashBsn({ keys }, bsn)), bsn]));
  const found = await findByHash(queries, [...hashes.keys()]);
  // In order: two deliveries that make the same holders must not wait for each other.
  const missing = [...hashes].filter(([hash]) => !found.has(hash)).sort(byHash);
  const rows = missing.map(([hash, bsn]): HolderRow => {
    const id = randomUUID() as HolderId;
    const { content, contentKeyId } = keys.content.encrypt(bsn, { table: 'holders', row: id });
    const bsnHash = Buffer.from(hash, 'hex');
    return { id, bsnHash, hashKeyId: keys.hash.keyId, bsnContent: content, contentKeyId };
  });
  await insertInBatches(queries, 'holders', rows, (insert) =>
    // Another institution may deliver for the same person at this moment.
    insert.onConflict((conflict) => conflict.column('bsnHash').doNothing()),
  );
  const created = await findByHash(
    queries,
    missing.map(([hash]) => hash),
  );
  return new Map(
    [...found, ...created].flatMap(([hash, id]) => {
      const bsn = hashes.get(hash);
      return bsn === undefined ? [] : [[bsn, id] as const];
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

async function findByHash(
  queries: Queries,
  hashes: readonly string[],
): Promise<Map<string, HolderId>> {
  if (hashes.length === 0) return new Map();
  const list = JSON.stringify(hashes);
  const { rows } = await sql<{ hash: string; id: HolderId }>`
    select encode(bsn_hash, 'hex') as hash, id from holders
    where bsn_hash in (select decode(hash, 'hex')
      from jsonb_array_elements_text(${list}::text::jsonb) as hash)
  `.execute(queries);
  return new Map(rows.map(({ hash, id }) => [hash, id]));
}

function byHash([one]: readonly [string, Bsn], [other]: readonly [string, Bsn]): number {
  return one < other ? -1 : 1;
}

/** The keyed hash by which a BSN is found; without the key, it leads back to no BSN. */
function hashBsn({ keys }: KeyRing, bsn: Bsn): Uint8Array {
  return keys.hash.digest('bsn', bsn);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
