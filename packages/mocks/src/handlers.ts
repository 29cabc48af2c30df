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

/** A handler for each operation of the contract, and one for whatever else is asked. */
export function createHandlers(options: HandlerOptions): readonly HttpHandler[] {
  const { contract, url } = options;
  const handlers = contract.operations.map((operation) =>
    http[operation.method](
      `${url}${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ({ params, request }) => respond(operation, request, params, options),
    ),
  );
  return [...handlers, http.all(`${url}/*`, ({ request }) => respondToOther(request, options))];
}

const preflight = {
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match',
  'Access-Control-Allow-Methods': 'DELETE, GET, PATCH, POST',
  'Access-Control-Max-Age': '600',
};

/** Answers what is no operation: what browsers ask beforehand, another method, another path. */
async function respondToOther(request: Request, options: HandlerOptions): Promise<Response> {
  const { contract, scenario, url } = options;
  if (scenario() === 'down') return HttpResponse.error();
  const path = new URL(request.url).pathname.slice(new URL(url).pathname.length);
  const here = contract.operations.filter((each) => patternOf(each).test(path));
  if (here.length === 0) return problem('not-found');
  if (request.method === 'OPTIONS') return answer(204, null, preflight);
  const readable = here.find(({ method }) => method === 'get');
  if (request.method === 'HEAD' && readable) {
    const { groups = {} } = patternOf(readable).exec(path) ?? {};
    const { headers, status } = await respond(readable, request, groups, options);
    return new Response(null, { headers, status });
  }
  const known = here.map(({ method }) => method.toUpperCase());
  const allowed = [...known, ...(readable ? ['HEAD'] : []), 'OPTIONS'];
  return problem('method-not-allowed', undefined, { Allow: allowed.join(', ') });
}

function patternOf({ path }: Operation): RegExp {
  return new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

async function respond(
  operation: Operation,
  request: Request,
  path: Readonly<Record<string, unknown>>,
  { contract, now, scenario, slowness, state, trust, url }: HandlerOptions,
): Promise<Response> {
  // Addresses are matched without regard to a slash at their end.
  if (new URL(request.url).pathname.endsWith('/')) return problem('not-found');
  switch (scenario()) {
    case 'down':
      return HttpResponse.error();
    case 'rateLimited':
      return problem('too-many-requests', undefined, { 'Retry-After': '1' });
    case 'slow':
      await delay(slowness);
      break;
    case 'signedOut':
      if (operation.scopes.size > 0) return unauthorized('token-invalid');
      break;
    case 'weakSignIn':
      if (operation.scopes.has('holder') && roleOf(request) === 'holder') {
        return problem('assurance-too-low');
      }
      break;
    case 'normal':
    case 'withdrawn':
      break;
  }
  const refusal = refuseCaller(operation, request);
  if (refusal) return refusal;
  if (operation.mediaType && !isOfType(request, operation.mediaType)) {
    return problem('unsupported-media-type', undefined, { Accept: operation.mediaType });
  }
  if (!accepts(request.headers.get('accept'), operation.answerTypes)) {
    return problem('not-acceptable');
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

function refuseCaller({ scopes }: Operation, request: Request): Response | undefined {
  if (scopes.size === 0) return undefined;
  const token = tokenOf(request);
  if (token === undefined) return unauthorized('token-missing');
  if (token === mockTokens.scopeless) {
    const [scope = ''] = scopes.values();
    const challenge = `${realm}, error="insufficient_scope", scope="${scope}"`;
    return problem('scope-missing', undefined, { 'WWW-Authenticate': challenge });
  }
  return scopes.has(roleOf(request)) ? undefined : unauthorized('token-invalid');
}

function tokenOf({ headers }: Request): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function roleOf(request: Request): Role {
  return tokenOf(request) === mockTokens.institution ? 'institution' : 'holder';
}

const realm = 'Bearer realm="diplomaregister"';

function unauthorized(code: 'token-invalid' | 'token-missing'): Response {
  const challenge = code === 'token-missing' ? realm : `${realm}, error="invalid_token"`;
  return problem(code, undefined, { 'WWW-Authenticate': challenge });
}

function isOfType({ headers }: Request, mediaType: string): boolean {
  const isPlain = (headers.get('content-encoding') ?? 'identity') === 'identity';
  return isPlain && essence(headers.get('content-type') ?? '') === mediaType;
}

/** Whether one of the types may be given; also where there is none. */
function accepts(accept: string | null, types: readonly string[]): boolean {
  if (types.length === 0 || !accept?.trim()) return true;
  const ranges = accept.split(',').filter((range) => !/;\s*q=0(\.0*)?\s*$/i.test(range));
  return ranges.map(essence).some((range) => {
    const [main, sub] = range.split('/');
    const fits = (type: string) => type === range || (sub === '*' && type.startsWith(`${main}/`));
    return range === '*/*' || types.some(fits);
  });
}

function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
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
