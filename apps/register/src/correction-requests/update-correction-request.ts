import type { CorrectionProgress, ReceivedCorrectionRequest } from '@diplomaregister/contract';
import type { Transaction } from 'kysely';
import { answeredInstitutions } from '../institutions/successors.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow, Schema } from '../store/schema.ts';
import { closeCorrection, openCorrection } from './correction-content.ts';
import { toReceivedRequests } from './present-to-institution.ts';

/**
 * Says how far a request is. The same again changes nothing.
 *
 * @throws {Problem} `not-found` when it is not for this institution to answer,
 *   `correction-request-closed` when it was answered already.
 */
export async function updateCorrectionRequest(
  register: Register,
  institution: string,
  requestId: string,
  progress: CorrectionProgress,
): Promise<ReceivedCorrectionRequest> {
  return register.database.transaction().execute(async (transaction) => {
    const before = await lockRequest(transaction, institution, requestId);
    if (before === undefined) throw new Problem('not-found');
    const after = advance(register, before, progress);
    await transaction
      .updateTable('correctionRequests')
      .set(after)
      .where('holderId', '=', before.holderId)
      .where('requestId', '=', requestId)
      .execute();
    const [updated] = await toReceivedRequests(transaction, register, [after]);
    if (updated === undefined) throw new Error('A request was stored and is not there.');
    return updated;
  });
}

/** The request, when this institution answers it; nobody else changes it meanwhile. */
async function lockRequest(
  transaction: Transaction<Schema>,
  institution: string,
  requestId: string,
): Promise<CorrectionRequestRow | undefined> {
  const answered = await answeredInstitutions(transaction, institution);
  if (answered.size === 0) return undefined;
  const place = await transaction
    .selectFrom('correctionInbox')
    .select('holderId')
    .where('institution', 'in', [...answered])
    .where('requestId', '=', requestId)
    .executeTakeFirst();
  if (place === undefined) return undefined;
  return transaction
    .selectFrom('correctionRequests')
    .selectAll()
    .where('holderId', '=', place.holderId)
    .where('requestId', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
}

function advance(
  register: Pick<Register, 'keys' | 'now'>,
  before: CorrectionRequestRow,
  progress: CorrectionProgress,
): CorrectionRequestRow {
  const { answer, text } = openCorrection(register, before);
  const next = 'answer' in progress ? { text, answer: progress.answer } : { text };
  if (before.status === progress.status && next.answer === answer) return before;
  if (before.status === 'done' || before.status === 'refused') {
    throw new Problem('correction-request-closed');
  }
  return {
    ...before,
    status: progress.status,
    ...closeCorrection(register, before.requestId, next),
    changedAt: register.now(),
  };
}
