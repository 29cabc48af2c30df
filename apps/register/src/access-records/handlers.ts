import { holderOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { linkNext } from '../pages/pages.ts';
import { listAccessRecords } from './list-access-records.ts';

export const handlers: Handlers<'listAccessRecords'> = {
  async listAccessRecords(register, request, reply) {
    const page = await listAccessRecords(register, holderOf(request), request.query);
    linkNext(request, reply, page);
    return { items: [...page.items] };
  },
};
