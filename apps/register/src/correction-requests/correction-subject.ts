import type { NewCorrectionRequest } from '@diplomaregister/contract';
import { dayInTheNetherlands } from '../calendar/today.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { answeringInstitution } from '../institutions/successors.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { CorrectionRequestRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';

/** What a request is about, and which institution awarded it or should have. */
export type CorrectionSubject = Pick<CorrectionRequestRow, 'reason' | 'institution' | 'diplomaId'>;

/**
 * Finds out what a request is about, and that somebody can answer it.
 *
 * @throws {Problem} `not-found` for a diploma that is not there or somebody else's, `invalid-input`
 *   for an institution that is not known, or closed without a successor.
 */
export async function findSubject(
  queries: Queries,
  register: Pick<Register, 'now'>,
  holderId: HolderId,
  request: NewCorrectionRequest,
): Promise<CorrectionSubject> {
  const { reason } = request;
  switch (reason) {
    case 'missing': {
      const { institution } = request;
      await checkAnswering(queries, register, institution, '/institution');
      return { reason, institution, diplomaId: null };
    }
    case 'wrong': {
      const { diplomaId } = request;
      const diploma = await queries
        .selectFrom('diplomaVersions')
        .select('institution')
        .where('holderId', '=', holderId)
        .where('diplomaId', '=', diplomaId)
        .where('isCurrent', '=', true)
        .executeTakeFirst();
      if (diploma === undefined) throw new Problem('not-found');
      await checkAnswering(queries, register, diploma.institution, '/diplomaId');
      return { reason, institution: diploma.institution, diplomaId };
    }
  }
}

async function checkAnswering(
  queries: Queries,
  { now }: Pick<Register, 'now'>,
  code: string,
  pointer: string,
): Promise<void> {
  const answering = await answeringInstitution(queries, code);
  const institution = await queries
    .selectFrom('institutions')
    .select('closed')
    .where('code', '=', answering)
    .executeTakeFirst();
  if (institution === undefined) {
    throw refusal(pointer, 'institution-unknown', 'The register does not know this institution.');
  }
  if ((institution.closed ?? '9999-12-31') <= dayInTheNetherlands(now())) {
    const detail = 'This institution has closed, and no other one answers for it.';
    throw refusal(pointer, 'institution-closed', detail);
  }
}

function refusal(pointer: string, code: string, detail: string): Problem {
  return new Problem('invalid-input', {
    errors: [{ in: 'body', location: { pointer }, code, detail }],
  });
}
