import { sql } from 'kysely';
import { Problem } from '../problems/problem.ts';
import { array } from '../store/arrays.ts';
import type { Queries } from '../store/store.ts';
import type { HolderId } from './holder-id.ts';

/**
 * Keeps holders from being removed until the transaction ends: what it stores is then of somebody.
 * In the order in which retention locks them, so that the two never wait for each other.
 *
 * @throws {Problem} `unavailable` when one of them has been removed since they were found.
 */
export async function holdHolders(queries: Queries, ids: readonly HolderId[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ held: number }>`
    select count(*) as held from (
      select from holders
      where id in (select unnest(${array('uuid', ids)}))
      order by id for key share
    ) as held
  `.execute(queries);
  if (Number(rows[0]?.held) < new Set(ids).size) throw holderIsRemoved();
}

/** Whoever asks again a moment later is somebody new. */
export function holderIsRemoved(): Problem {
  return new Problem('unavailable', { headers: { 'Retry-After': '1' } });
}
