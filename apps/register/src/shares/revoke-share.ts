import type { HolderId } from '../holders/holder-id.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';

/**
 * Withdraws a share, for good. A share that was withdrawn already stays so, since its first moment.
 *
 * @throws {Problem} `not-found` when there is no such share, or it is somebody else's.
 */
export async function revokeShare(
  { database, now }: Pick<Register, 'database' | 'now'>,
  holderId: HolderId,
  shareId: string,
): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('shares')
    .set(({ fn, val }) => ({ revokedAt: fn.coalesce('revokedAt', val(now())) }))
    .where('holderId', '=', holderId)
    .where('shareId', '=', shareId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Problem('not-found');
}
