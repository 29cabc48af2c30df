import { holderCallerOf } from '../access/caller.ts';
import { seeDiplomas } from '../access-records/representatives.ts';
import type { Handlers } from '../contract/handlers.ts';
import { linkNext } from '../pages/pages.ts';
import { Problem } from '../problems/problem.ts';
import { findCurrentDiplomas, toDiploma } from './current-diplomas.ts';
import { listCurrentDiplomas } from './list-diplomas.ts';

export const handlers: Handlers<'listDiplomas' | 'getDiploma'> = {
  async listDiplomas(register, request, reply) {
    const caller = holderCallerOf(request);
    const page = await seeDiplomas(
      register,
      caller,
      (reader) => listCurrentDiplomas(reader, caller.holderId, request.query),
      ({ items }) => items.map(({ id }) => id),
    );
    linkNext(request, reply, page);
    return { items: page.items.map(toDiploma) };
  },

  async getDiploma(register, request) {
    const caller = holderCallerOf(request);
    const { id } = request.params;
    const [diploma] = await seeDiplomas(
      register,
      caller,
      ({ readDatabase, ...reader }) =>
        findCurrentDiplomas({ ...reader, database: readDatabase }, caller.holderId, [id]),
      (found) => found.map((each) => each.id),
    );
    if (diploma === undefined) throw new Problem('not-found');
    return toDiploma(diploma);
  },
};
