import { isBsn } from '../access/bsn.ts';
import { institutionOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { Problem } from '../problems/problem.ts';
import { lookUpDiplomas } from './look-up-diplomas.ts';

export const handlers: Handlers<'createDiplomaLookup'> = {
  async createDiplomaLookup(register, request) {
    const { bsn } = request.body;
    if (!isBsn(bsn)) throw new Problem('invalid-input', { errors: [bsnInvalid] });
    return lookUpDiplomas(register, institutionOf(request), bsn);
  },
};

/** What is wrong with nine digits that are no BSN. */
export const bsnInvalid = {
  in: 'body',
  location: { pointer: '/bsn' },
  code: 'bsn-invalid',
  detail: 'The BSN does not pass the eleven test.',
} as const;
