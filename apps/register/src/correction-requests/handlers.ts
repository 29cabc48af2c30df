import { holderCallerOf, institutionOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { nobody } from '../holders/holder-id.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { sendAnswer } from '../idempotency/stored-answer.ts';
import { linkNext } from '../pages/pages.ts';
import { findSubject } from './correction-subject.ts';
import { createCorrectionRequest } from './create-correction-request.ts';
import { listOwnRequests, listReceivedRequests } from './list-correction-requests.ts';
import { updateCorrectionRequest } from './update-correction-request.ts';

type CorrectionOperation =
  | 'createCorrectionRequest'
  | 'listCorrectionRequests'
  | 'updateCorrectionRequest';

export const handlers: Handlers<CorrectionOperation> = {
  async createCorrectionRequest(register, request, reply) {
    const { body, headers } = request;
    const caller = holderCallerOf(request);
    // Who misses a diploma may be somebody of whom the register has nothing yet. Then it keeps who that
    // is only for a request that somebody can answer.
    if (caller.holderId === nobody) await findSubject(register.database, register, nobody, body);
    const holderId = await caller.enrol();
    const once = {
      holderId,
      operation: 'createCorrectionRequest',
      key: headers['idempotency-key'],
      body,
    } as const;
    const answer = await answerOnce(register, once, (keep) =>
      createCorrectionRequest(register, holderId, body, (transaction, created) =>
        keep(transaction, {
          status: 201,
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
          body: Buffer.from(JSON.stringify(created)),
        }),
      ),
    );
    return sendAnswer(reply, answer);
  },

  async listCorrectionRequests(register, request, reply) {
    const { caller, query } = request;
    const page =
      caller.kind === 'holder'
        ? await listOwnRequests(register, caller.holderId, query)
        : await listReceivedRequests(register, institutionOf(request), query);
    linkNext(request, reply, page);
    return { items: [...page.items] };
  },

  async updateCorrectionRequest(register, request) {
    const { body, params } = request;
    return updateCorrectionRequest(register, institutionOf(request), params.id, body);
  },
};
