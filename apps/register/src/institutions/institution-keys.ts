import type { Selectable } from 'kysely';
import type { InstitutionKeyRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import type { InstitutionKey } from './public-key.ts';

/** Keeps a key of an institution; a key that is there stays as it is. */
export async function addInstitutionKey(
  queries: Queries,
  institution: string,
  publicKey: InstitutionKey,
  addedAt: Date,
): Promise<void> {
  await queries
    .insertInto('institutionKeys')
    .values({
      institution,
      thumbprint: publicKey.kid,
      publicKey: JSON.stringify(publicKey),
      addedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Removes a key; false when the institution has no such key. */
export async function removeInstitutionKey(
  queries: Queries,
  institution: string,
  thumbprint: string,
): Promise<boolean> {
  const { numDeletedRows } = await queries
    .deleteFrom('institutionKeys')
    .where('institution', '=', institution)
    .where('thumbprint', '=', thumbprint)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The keys of an institution, the oldest first. */
export async function listInstitutionKeys(
  queries: Queries,
  institution: string,
): Promise<Pick<Selectable<InstitutionKeyRow>, 'thumbprint' | 'addedAt' | 'publicKey'>[]> {
  return queries
    .selectFrom('institutionKeys')
    .select(['thumbprint', 'addedAt', 'publicKey'])
    .where('institution', '=', institution)
    .orderBy('addedAt')
    .orderBy('thumbprint')
    .execute();
}

/** Whether the reference data know the institution. */
export async function isInstitution(queries: Queries, code: string): Promise<boolean> {
  const row = await queries
    .selectFrom('institutions')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}
