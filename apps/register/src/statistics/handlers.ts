import type { Handlers } from '../contract/handlers.ts';
import { countStatistics } from './statistics.ts';

export const handlers: Handlers<'getStatistics'> = {
  async getStatistics(register, _request, reply) {
    reply.header('Cache-Control', 'public, max-age=5');
    return countStatistics(register);
  },
};
