import { randomUUID } from 'node:crypto';
import type { CorrectionRequest, NewCorrectionRequest } from '@diplomaregister/contract';
import type { HolderId } from '../holders/holder-id.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow } from '../store/schema.ts';
import type { Conclude } from '../store/store.ts';
import { closeCorrection } from './correction-content.ts';
import { findSubject } from './correction-subject.ts';
import { checkDailyLimit } from './daily-limit.ts';
import { toCorrectionRequests } from './present-to-holder.ts';

/**
 * Sends a holder's request to the institution that can mend it. Gives what `conclude` makes of it in
 * the same transaction.
 *
 * @throws {Problem} `not-found` or `invalid-input` when nobody can answer it,
 *   `too-many-correction-requests`.
 */
export async function createCorrectionRequest<Result>(
  register: Register,
  holderId: HolderId,
  request: NewCorrectionRequest,
  conclude: Conclude<CorrectionRequest, Result>,
): Promise<Result> {
  const createdAt = register.now();
  const requestId = randomUUID();
  return register.database.transaction().execute(async (transaction) => {
    const subject = await findSubject(transaction, register, holderId, request);
    await checkDailyLimit(transaction, holderId, createdAt);
    const { institution } = subject;
    const row: CorrectionRequestRow = {
      holderId,
      requestId,
      ...subject,
      status: 'open',
      ...closeCorrection(register, requestId, { text: request.text }),
      createdAt,
      changedAt: createdAt,
    };
    await transaction.insertInto('correctionRequests').values(row).execute();
    await transaction
      .insertInto('correctionInbox')
      .values({ institution, requestId, holderId })
      .execute();
    const [created] = await toCorrectionRequests(transaction, register, [row]);
    if (created === undefined) throw new Error('A request was stored and is not there.');
    return conclude(transaction, created);
  });
}
