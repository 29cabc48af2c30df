import { holderCallerOf, holderOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { sendAnswer } from '../idempotency/stored-answer.ts';
import { linkNext } from '../pages/pages.ts';
import { createShare } from './create-share.ts';
import { listShares } from './list-shares.ts';
import { revokeShare } from './revoke-share.ts';

export const handlers: Handlers<'createShare' | 'listShares' | 'revokeShare'> = {
  async createShare(register, request, reply) {
    const { body, headers } = request;
    const caller = holderCallerOf(request);
    const once = {
      holderId: caller.holderId,
      operation: 'createShare',
      key: headers['idempotency-key'],
      body,
    } as const;
    const answer = await answerOnce(register, once, (keep) =>
      createShare(register, caller, body, (transaction, created) =>
        keep(transaction, {
          status: 201,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            Location: `${register.configuration.url}/v1/shares/${created.share.id}`,
          },
          body: Buffer.from(JSON.stringify(created)),
        }),
      ),
    );
    return sendAnswer(reply, answer);
  },

  async listShares(register, request, reply) {
    const page = await listShares(register, holderOf(request), request.query);
    linkNext(request, reply, page);
    return { items: [...page.items] };
  },

  async revokeShare(register, request, reply) {
    await revokeShare(register, holderOf(request), request.params.id);
    return reply.code(204).send();
  },
};
