import type { Handlers } from '../contract/handlers.ts';
import { statisticsTtl } from './recent-statistics.ts';

export const handlers: Handlers<'getStatistics'> = {
  async getStatistics({ recentStatistics }, _request, reply) {
    reply.header('Cache-Control', `public, max-age=${statisticsTtl}`);
    return recentStatistics.get();
  },
};
