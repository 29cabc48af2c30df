import type { AdmissionDiploma, Diploma, DiplomaLookupRequest } from '@diplomaregister/contract';
import { passesElevenTest } from '@diplomaregister/contract/problems';
import { invalid, json } from '../answers.ts';
import { awardedPart, instant, mockInstitution, recordAccess } from '../state.ts';
import type { Call } from './call.ts';

/** The one holder has every BSN here; an institution of secondary education sees its sector. */
export function createDiplomaLookup({ body, now, state }: Call): Response {
  const { bsn } = body as DiplomaLookupRequest;
  if (!passesElevenTest(bsn)) {
    const at = { in: 'body', location: { pointer: '/bsn' } } as const;
    return invalid('bsn-invalid', 'This does not pass the eleven test.', at);
  }
  const found = [...state.diplomas.values()]
    .map(({ diploma }) => diploma)
    .filter(({ sector, standing }) => sector === 'vo' && standing === 'valid');
  recordAccess(state, now(), {
    way: 'institution-lookup',
    institution: mockInstitution,
    diplomaIds: found.map(({ id }) => id),
  });
  return json(200, { lookedUpAt: instant(now()), diplomas: found.map(toAdmissionDiploma) });
}

function toAdmissionDiploma(diploma: Diploma): AdmissionDiploma {
  const { holder, marks, ...awarded } = awardedPart(diploma);
  const { gender: _gender, ...person } = holder;
  const subjects = marks?.map(({ subject }) => subject);
  return { ...awarded, holder: person, ...(subjects && { subjects }) };
}
