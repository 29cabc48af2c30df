import type { RepresentativeAct } from '@diplomaregister/contract';
import type { Acting } from '../access/caller.ts';
import type { Register } from '../register.ts';
import type { Queries } from '../store/store.ts';
import { recordAccess } from './access-record.ts';

/** Records what somebody did who acts for the holder; what holders do themselves is not recorded. */
export async function recordRepresentative(
  queries: Queries,
  register: Pick<Register, 'keys' | 'now'>,
  { holderId, representative }: Acting,
  action: RepresentativeAct['action'],
  diplomaIds: readonly string[],
): Promise<void> {
  if (representative === undefined) return;
  const way = 'representative';
  await recordAccess(queries, register, holderId, { way, representative, action, diplomaIds });
}

/**
 * Reads diplomas for their holder. For somebody who acts for the holder it does so in a transaction,
 * in which that is recorded: nothing is seen without a trace.
 */
export async function seeDiplomas<Seen>(
  register: Register,
  caller: Acting,
  read: (register: Register) => Promise<Seen>,
  idsOf: (seen: Seen) => readonly string[],
): Promise<Seen> {
  if (caller.representative === undefined) return read(register);
  return register.database.transaction().execute(async (transaction) => {
    const seen = await read({ ...register, database: transaction, readDatabase: transaction });
    await recordRepresentative(transaction, register, caller, 'diplomas-seen', idsOf(seen));
    return seen;
  });
}
