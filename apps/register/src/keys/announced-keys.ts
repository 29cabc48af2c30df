import { sql, type Transaction } from 'kysely';
import type { Schema } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import type { KeyMaterial } from './key-material.ts';
import { type SecretKind, secretKinds } from './rotate.ts';

/** The keys here are not those of the database. */
export class OtherKeysError extends Error {
  constructor(missing: readonly string[]) {
    super(
      `The database has data under keys that are not in keys.json (${missing.join(', ')}). Give this process the same keys.json as the others.`,
    );
    this.name = 'OtherKeysError';
  }
}

/** Milliseconds before a key comes into use at which every process should have it. */
const margin = 10_000;

/**
 * Tells the database which keys there are, so that a process without one of them can know. Keys that
 * the database did not know are taken only beside those that it knew.
 *
 * @throws {OtherKeysError} when the database knows keys, in use by now, that are not among these.
 */
export async function announceKeys(
  transaction: Transaction<Schema>,
  material: KeyMaterial,
  now: Date,
): Promise<void> {
  await lockAnnouncedKeys(transaction);
  const missing = await findMissingKeys(transaction, material, now);
  if (missing.length > 0) throw new OtherKeysError(missing);
  await transaction
    .insertInto('announcedKeys')
    .values(
      idsOf(material).map(({ id, kind, usedFrom = new Date(0).toISOString() }) => ({
        id,
        kind,
        usedFrom: new Date(usedFrom),
        retiredAt: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Lets one process at a time look which keys there are and add its own, until the transaction ends. */
export async function lockAnnouncedKeys(transaction: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('announced keys', 1))`.execute(
    transaction,
  );
}

/** The keys that data may be under by now, and that are not among these. */
export async function findMissingKeys(
  queries: Queries,
  material: KeyMaterial,
  now: Date,
): Promise<string[]> {
  const rows = await queries
    .selectFrom('announcedKeys')
    .select('id')
    .where('retiredAt', 'is', null)
    .where('usedFrom', '<=', new Date(now.getTime() + margin))
    .orderBy('id')
    .execute();
  const own = new Set(idsOf(material).map(({ id }) => id));
  return rows.map(({ id }) => id).filter((id) => !own.has(id));
}

/** Whether the database has data under keys, wherever they are. */
export async function hasAnnouncedKeys(queries: Queries): Promise<boolean> {
  const row = await queries.selectFrom('announcedKeys').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Notes that nothing is under a key any more. */
export async function retireAnnouncedKey(queries: Queries, id: string, now: Date): Promise<void> {
  await queries.updateTable('announcedKeys').set({ retiredAt: now }).where('id', '=', id).execute();
}

function idsOf(material: KeyMaterial) {
  return secretKinds.flatMap((kind: SecretKind) =>
    material[kind].map(({ id, usedFrom }) => ({ id, kind, usedFrom })),
  );
}
