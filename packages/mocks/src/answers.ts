import type { InputError, Problem } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };
import { type ProblemCode, problems } from '@diplomaregister/contract/problems';

/** The headers of every answer. */
function headersWith(more: Readonly<Record<string, string>>): Headers {
  return new Headers({
    'API-Version': document.info.version,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'API-Version, Content-Disposition, ETag, Extract-Number, Link, Location, Retry-After, WWW-Authenticate',
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

/** A refusal of input that has the right form, and yet cannot be taken. */
export function invalid(code: string, detail: string, at: Pick<InputError, 'in' | 'location'>) {
  return problem('invalid-input', [{ ...at, code, detail }]);
}
