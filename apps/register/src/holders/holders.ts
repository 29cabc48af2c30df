import type { Bsn } from '../access/bsn.ts';
import type { Register } from '../register.ts';
import { type HolderId, nobody } from './holder-id.ts';

/** The holder with this BSN, or nobody. */
export async function findHolder(
  { database, keys }: Pick<Register, 'database' | 'keys'>,
  bsn: Bsn,
): Promise<HolderId> {
  const row = await database
    .selectFrom('holders')
    .select('id')
    .where('bsnHash', '=', hashBsn({ keys }, bsn))
    .executeTakeFirst();
  return row?.id ?? nobody;
}

/** The keyed hash by which a BSN is found; the BSN cannot be had back from it without the key. */
export function hashBsn({ keys }: Pick<Register, 'keys'>, bsn: Bsn): Uint8Array {
  return keys.hash.digest('bsn', bsn);
}
