import type { Handlers } from '../contract/handlers.ts';

export const handlers: Handlers<'getStatistics'> = {
  async getStatistics(register, _request, reply) {
    reply.header('Cache-Control', 'public, max-age=5');
    return register.statistics.count();
  },
};
