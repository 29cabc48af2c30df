import type { Handlers } from '../contract/handlers.ts';
import { verifyExtract } from './verify-extract.ts';
import { verifyShare } from './verify-share.ts';

export const handlers: Handlers<'createVerification'> = {
  async createVerification(register, { body }) {
    return 'shareCode' in body ? verifyShare(register, body) : verifyExtract(register, body);
  },
};
