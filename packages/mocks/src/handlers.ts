import { delay, type HttpHandler, HttpResponse, http } from 'msw';
import { answer, problem } from './answers.ts';
import type { Contract, Operation, Role } from './contract.ts';
import type { Scenario } from './mock-register.ts';
import type { Call } from './operations/call.ts';
import { operations } from './operations/operations.ts';
import { withAllWithdrawn } from './state.ts';

/** Access tokens that a mock register knows. Any other one counts as the holder's. */
export const mockTokens = {
  holder: 'mock-holder',
  institution: 'mock-institution',
  /** Valid, but allows nothing. */
  scopeless: 'mock-scopeless',
} as const;

export interface HandlerOptions extends Pick<Call, 'now' | 'state' | 'trust' | 'url'> {
  readonly contract: Contract;
  readonly slowness: number;
  scenario(): Scenario;
}

/** A handler for each operation of the contract, and one for what browsers ask beforehand. */
export function createHandlers(options: HandlerOptions): readonly HttpHandler[] {
  const { contract, url } = options;
  const handlers = contract.operations.map((operation) =>
    http[operation.method](
      `${url}${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ({ params, request }) => respond(operation, request, params, options),
    ),
  );
  const allowed = {
    'Access-Control-Allow-Headers': 'authorization, content-type, idempotency-key, if-none-match',
    'Access-Control-Allow-Methods': 'DELETE, GET, PATCH, POST',
  };
  return [...handlers, http.options(`${url}/*`, () => answer(204, null, allowed))];
}

async function respond(
  operation: Operation,
  request: Request,
  path: Readonly<Record<string, unknown>>,
  { contract, now, scenario, slowness, state, trust, url }: HandlerOptions,
): Promise<Response> {
  switch (scenario()) {
    case 'down':
      return HttpResponse.error();
    case 'rateLimited':
      return problem('too-many-requests', undefined, { 'Retry-After': '1' });
    case 'slow':
      await delay(slowness);
      break;
    case 'signedOut':
      if (operation.roles.length > 0) return unauthorized('token-invalid');
      break;
    case 'weakSignIn':
      if (operation.roles.includes('holder') && roleOf(request) === 'holder') {
        return problem('assurance-too-low');
      }
      break;
    case 'normal':
    case 'withdrawn':
      break;
  }
  const refusal = refuseCaller(operation, request);
  if (refusal) return refusal;
  if (operation.mediaType && mediaTypeOf(request) !== operation.mediaType) {
    return problem('unsupported-media-type');
  }
  const body = operation.mediaType ? await readBody(operation.mediaType, request) : undefined;
  const query = new URL(request.url).searchParams;
  const errors = operation.check({ path, query, headers: request.headers, body });
  if (errors.length > 0) return problem('invalid-input', errors);
  const as = roleOf(request);
  const seen = scenario() === 'withdrawn' && operation.id !== 'createDelivery';
  const call = {
    ...{ request, as, url, path, query, body, contract, trust, now },
    state: seen ? withAllWithdrawn(state) : state,
  };
  return operations[operation.id](call);
}

function refuseCaller({ roles }: Operation, request: Request): Response | undefined {
  if (roles.length === 0) return undefined;
  if (!request.headers.get('authorization')) return unauthorized('token-missing');
  const token = tokenOf(request);
  if (token === mockTokens.scopeless) return problem('scope-missing');
  const fits = token !== undefined && roles.includes(roleOf(request));
  return fits ? undefined : unauthorized('token-invalid');
}

function tokenOf({ headers }: Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function roleOf(request: Request): Role {
  return tokenOf(request) === mockTokens.institution ? 'institution' : 'holder';
}

function unauthorized(code: 'token-invalid' | 'token-missing'): Response {
  const challenge = code === 'token-missing' ? 'Bearer' : 'Bearer error="invalid_token"';
  return problem(code, undefined, { 'WWW-Authenticate': challenge });
}

function mediaTypeOf(request: Request): string | undefined {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** The body, or undefined when it is not the JSON that it says it is. */
async function readBody(mediaType: string, request: Request): Promise<unknown> {
  const text = await request.text();
  if (mediaType !== 'application/json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
