import type {
  CorrectionProgress,
  CorrectionRequest,
  Institution,
  NewCorrectionRequest,
  ReceivedCorrectionRequest,
} from '@diplomaregister/contract';
import { exampleDeliveryLines, exampleInstitutions } from '@diplomaregister/contract/examples';
import { invalid, json, problem } from '../answers.ts';
import { instant, type MockState, mockInstitution } from '../state.ts';
import type { Call } from './call.ts';
import { once } from './idempotency.ts';
import { page } from './pages.ts';

/** So many a holder makes in a day. */
const requestsADay = 5;
const day = 24 * 60 * 60;

export function listCorrectionRequests(call: Call): Response {
  const { as, query, state } = call;
  const status = query.get('status');
  const wanted = [...state.correctionRequests.values()]
    .filter((request) => status === null || request.status === status)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  if (as === 'holder') return page(wanted, call);
  const received = wanted.filter(isReceived).map((request) => toReceived(state, request));
  return page(received, call);
}

export function createCorrectionRequest(call: Call): Promise<Response> {
  return once(call, () => {
    const { now, state } = call;
    const request = call.body as NewCorrectionRequest;
    const institution = findInstitution(state, request);
    if (institution === 'not-found') return problem('not-found');
    if (!institution) {
      const at = { in: 'body', location: { pointer: '/institution' } } as const;
      return invalid('institution-unknown', 'The register does not know this institution.', at);
    }
    const createdAt = instant(now());
    const dayBefore = instant(new Date(now().getTime() - day * 1000));
    const recent = [...state.correctionRequests.values()]
      .map((each) => each.createdAt)
      .filter((each) => each > dayBefore && each <= createdAt)
      .sort()
      .slice(-requestsADay);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length === requestsADay) {
      const wait = Date.parse(oldest) / 1000 + day - now().getTime() / 1000;
      return problem('too-many-correction-requests', undefined, {
        'Retry-After': String(Math.ceil(wait)),
      });
    }
    const { text } = request;
    const created: CorrectionRequest = {
      id: crypto.randomUUID(),
      institution,
      text,
      status: 'open',
      createdAt,
      changedAt: createdAt,
      ...(request.reason === 'wrong'
        ? { reason: 'wrong', diplomaId: request.diplomaId }
        : { reason: 'missing' }),
    };
    state.correctionRequests.set(created.id, created);
    return json(201, created);
  });
}

export function updateCorrectionRequest({ body, now, path, state }: Call): Response {
  const request = state.correctionRequests.get(String(path['id']));
  if (!request || !isReceived(request)) return problem('not-found');
  const progress = body as CorrectionProgress;
  const changed: CorrectionRequest = { ...request, ...progress };
  const isSame = request.status === changed.status && request.answer === changed.answer;
  if (!isSame && (request.status === 'done' || request.status === 'refused')) {
    return problem('correction-request-closed');
  }
  const stored = isSame ? request : { ...changed, changedAt: instant(now()) };
  state.correctionRequests.set(request.id, stored);
  return json(200, toReceived(state, stored));
}

function findInstitution(
  { diplomas }: MockState,
  request: NewCorrectionRequest,
): Institution | 'not-found' | undefined {
  if (request.reason === 'wrong') {
    return diplomas.get(request.diplomaId)?.diploma.institution ?? 'not-found';
  }
  return Object.values(exampleInstitutions).find(({ code }) => code === request.institution);
}

function isReceived({ institution }: CorrectionRequest): boolean {
  return institution.code === mockInstitution.code;
}

function toReceived(state: MockState, request: CorrectionRequest): ReceivedCorrectionRequest {
  const { answer, changedAt, createdAt, id, status, text } = request;
  const received = {
    id,
    text,
    status,
    createdAt,
    changedAt,
    ...(answer !== undefined && { answer }),
    awardedBy: request.institution.code,
    holder: { bsn: exampleDeliveryLines.secondary.holder.bsn },
  };
  if (request.reason === 'missing') return { ...received, reason: 'missing' };
  const diploma = state.diplomas.get(request.diplomaId)?.diploma;
  if (!diploma) return { ...received, reason: 'wrong' };
  const { level, programme, sector } = diploma;
  const { code, scheme } = programme;
  const award =
    'awardedOn' in diploma ? { awardedOn: diploma.awardedOn } : { awardedIn: diploma.awardedIn };
  return {
    ...received,
    reason: 'wrong',
    diploma: { sector, level, programme: { scheme, code }, ...award },
  };
}
