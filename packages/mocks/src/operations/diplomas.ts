import type { Diploma } from '@diplomaregister/contract';
import { json, problem } from '../answers.ts';
import type { Call } from './call.ts';
import { page } from './pages.ts';

export function listDiplomas(call: Call): Response {
  const diplomas = [...call.state.diplomas.values()].map(({ diploma }) => diploma);
  return page(
    diplomas.sort((left, right) => award(right).localeCompare(award(left))),
    call,
  );
}

export function getDiploma({ path, state }: Call): Response {
  const stored = state.diplomas.get(String(path['id']));
  return stored ? json(200, stored.diploma) : problem('not-found');
}

function award(diploma: Diploma): string {
  return 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
}
