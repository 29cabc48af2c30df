import type { InputError, Problem } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };

const problems = {
  'invalid-input': { status: 400, title: 'The input is invalid' },
  'token-missing': { status: 401, title: 'No access token was given' },
  'token-invalid': { status: 401, title: 'The access token is not valid here' },
  'scope-missing': { status: 403, title: 'The access token does not allow this' },
  'assurance-too-low': { status: 403, title: 'Signing in was not strong enough' },
  'not-found': { status: 404, title: 'There is no such thing, or it is not yours' },
  'correction-request-closed': { status: 409, title: 'The correction request has its answer' },
  'diploma-withdrawn': { status: 409, title: 'The diploma was withdrawn' },
  'idempotency-key-reused': { status: 409, title: 'The idempotency key names another request' },
  'unsupported-media-type': { status: 415, title: 'The body has another media type than asked' },
  'too-many-correction-requests': {
    status: 429,
    title: 'Too many correction requests in a day',
  },
  'too-many-requests': { status: 429, title: 'Too many requests' },
} as const;

/** The problems that a mock register answers with, by code. */
export type ProblemCode = keyof typeof problems;

/** The headers of every answer. */
function headersWith(more: Readonly<Record<string, string>>): Headers {
  return new Headers({
    'API-Version': document.info.version,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'API-Version, Content-Disposition, ETag, Extract-Number, Link, Location, Retry-After',
    'Cache-Control': 'no-store',
    ...more,
  });
}

/** Any answer of the register. */
export function answer(
  status: number,
  body: BodyInit | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: headersWith(headers) });
}

/** An answer in JSON. */
export function json(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = JSON.stringify(content);
  return answer(status, body, { 'Content-Type': 'application/json', ...headers });
}

/** A refusal (RFC 9457). */
export function problem(
  code: ProblemCode,
  errors?: readonly InputError[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problems[code];
  const content: Problem = {
    type: `urn:problem-type:diplomaregister:${code}`,
    title,
    status,
    detail: `${title}.`,
    instance: `urn:uuid:${crypto.randomUUID()}`,
    ...(errors && { errors }),
  };
  const body = JSON.stringify(content);
  return answer(status, body, { 'Content-Type': 'application/problem+json', ...headers });
}
