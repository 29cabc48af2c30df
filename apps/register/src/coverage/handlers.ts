import type { Handlers } from '../contract/handlers.ts';
import { coverage } from './coverage.ts';

export const handlers: Handlers<'getCoverage'> = {
  async getCoverage(_register, _request, reply) {
    reply.header('Cache-Control', 'public, max-age=3600');
    return coverage;
  },
};
