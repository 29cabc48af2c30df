import type { Handlers } from '../contract/handlers.ts';
import { verifyShare } from './verify-share.ts';

export const handlers: Handlers<'createVerification'> = {
  async createVerification(register, request) {
    return verifyShare(register, request.body);
  },
};
