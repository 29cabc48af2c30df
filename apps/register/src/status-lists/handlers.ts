import type { Handlers } from '../contract/handlers.ts';
import { Problem } from '../problems/problem.ts';
import { statusListTtl } from './status-lists.ts';

export const handlers: Handlers<'getStatusList'> = {
  async getStatusList(register, request, reply) {
    const list = await register.statusLists.get(request.params.listId);
    if (list === undefined) throw new Problem('not-found');
    reply.headers({ ETag: list.etag, 'Cache-Control': `public, max-age=${statusListTtl}` });
    if (hasTag(request.headers['if-none-match'], list.etag)) return reply.code(304).send();
    return reply.type('application/statuslist+jwt').send(list.token);
  },
};

/** RFC 9110, section 13.1.2: a weak comparison. */
function hasTag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
