import { holderOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { linkNext } from '../pages/pages.ts';
import { Problem } from '../problems/problem.ts';
import { findCurrentDiplomas, toDiploma } from './current-diplomas.ts';
import { listCurrentDiplomas } from './list-diplomas.ts';

export const handlers: Handlers<'listDiplomas' | 'getDiploma'> = {
  async listDiplomas(register, request, reply) {
    const page = await listCurrentDiplomas(register, holderOf(request), request.query);
    linkNext(request, reply, page);
    return { items: page.items.map(toDiploma) };
  },

  async getDiploma(register, request) {
    const reader = { ...register, database: register.readDatabase };
    const [diploma] = await findCurrentDiplomas(reader, holderOf(request), [request.params.id]);
    if (diploma === undefined) throw new Problem('not-found');
    return toDiploma(diploma);
  },
};
