import type { HolderId } from '../holders/holder-id.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import { type CurrentDiploma, findCurrentDiplomas } from './current-diplomas.ts';

/**
 * Those diplomas of the holder that an extract or a share is asked for, in the order of `ids`.
 *
 * @throws {Problem} `not-found` when one is not there or somebody else's; `diploma-withdrawn` when
 *   one stands no more.
 */
export async function findStandingDiplomas(
  register: Pick<Register, 'database' | 'keys' | 'configuration'>,
  holderId: HolderId,
  ids: readonly string[],
): Promise<CurrentDiploma[]> {
  const diplomas = await findCurrentDiplomas(register, holderId, ids);
  if (diplomas.length < ids.length) throw new Problem('not-found');
  if (diplomas.some(({ standing }) => standing === 'withdrawn')) {
    throw new Problem('diploma-withdrawn');
  }
  return diplomas;
}
