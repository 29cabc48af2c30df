import type { Handlers } from '../contract/handlers.ts';
import { verifyExtract } from './verify-extract.ts';
import { verifyShare } from './verify-share.ts';

export const handlers: Handlers<'createVerification'> = {
  async createVerification(register, { body }) {
    const kind = 'shareCode' in body ? 'share' : 'extract';
    const verdict = await ('shareCode' in body
      ? verifyShare(register, body)
      : verifyExtract(register, body));
    register.metrics.verificationGiven(kind, verdict.outcome);
    return verdict;
  },
};
