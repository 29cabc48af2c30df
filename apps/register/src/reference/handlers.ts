import type { Handlers } from '../contract/handlers.ts';
import { linkNext } from '../pages/pages.ts';
import { listInstitutions, listProgrammes } from './list-reference.ts';

const cacheControl = 'public, max-age=300';

export const handlers: Handlers<'listInstitutions' | 'listProgrammes'> = {
  async listInstitutions(register, request, reply) {
    const page = await listInstitutions(register, request.query);
    linkNext(request, reply, page);
    reply.header('Cache-Control', cacheControl);
    return { items: [...page.items] };
  },

  async listProgrammes(register, request, reply) {
    const page = listProgrammes(register, request.query);
    linkNext(request, reply, page);
    reply.header('Cache-Control', cacheControl);
    return { items: [...page.items] };
  },
};
