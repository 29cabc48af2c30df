import { holderCallerOf, holderOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { answerOnce, type Keep } from '../idempotency/answer-once.ts';
import { type Answer, type KeptAnswer, sendAnswer } from '../idempotency/stored-answer.ts';
import { linkNext } from '../pages/pages.ts';
import { issueExtract, whileThereIsRoom } from './issue-extract.ts';
import { listIssuedExtracts } from './issued-extracts.ts';
import { makeAgain, readKept, writeKept } from './kept-extract.ts';
import type { ExtractNumber } from './number.ts';

export const handlers: Handlers<'createExtract' | 'listExtracts'> = {
  async createExtract(register, request, reply) {
    const { body, headers } = request;
    const caller = holderCallerOf(request);
    const once = {
      holderId: caller.holderId,
      operation: 'createExtract',
      key: headers['idempotency-key'],
      body,
    } as const;
    async function issue(keep: Keep): Promise<Answer> {
      const answer = await issueExtract(
        register,
        caller,
        body,
        (transaction, { file, kept, number }) =>
          keep(transaction, {
            status: 201,
            headers: {
              'Content-Type': 'application/pdf',
              'Content-Disposition': `attachment; filename="${fileName(number)}"`,
              'Extract-Number': number,
            },
            body: file,
            kept: writeKept(kept),
          }),
      );
      register.metrics.extractIssued(body.language);
      return answer;
    }
    /** Of the same bytes; or, when they are not to be had any more, as if it were asked for now. */
    async function issueAgain({ kept, ...head }: KeptAnswer): Promise<Answer> {
      const file = await makeAgain(register, readKept(kept));
      return file === undefined
        ? issue(async (_transaction, answer) => answer)
        : { ...head, body: file };
    }
    // Who waits for the answer of an earlier request of theirs takes no turn from others meanwhile.
    const answer = await answerOnce(
      register,
      once,
      (keep) => whileThereIsRoom(register, () => issue(keep)),
      (kept) => whileThereIsRoom(register, () => issueAgain(kept)),
    );
    return sendAnswer(reply, answer);
  },

  async listExtracts(register, request, reply) {
    const page = await listIssuedExtracts(register, holderOf(request), request.query);
    linkNext(request, reply, page);
    return { items: [...page.items] };
  },
};

/** Without the check symbol, which may be one that file systems do not take. */
function fileName(number: ExtractNumber): string {
  return `uittreksel-${number.slice(0, -2)}.pdf`;
}
