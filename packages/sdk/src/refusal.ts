import type { Problem } from '@diplomaregister/contract';
import { discard, mostBytes, readText } from './body.ts';
import type { RegisterError } from './errors.ts';
import {
  ApiError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TooManyRequestsError,
  UnauthorizedError,
  UnavailableError,
  UnexpectedAnswerError,
} from './errors.ts';

const byStatus: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  429: TooManyRequestsError,
};

/** Makes an error of an answer that is not a 2xx. */
export async function readRefusal(response: Response, now: Date): Promise<RegisterError> {
  const { status } = response;
  const problem = await readProblem(response);
  // A browser tells of a redirect as status 0.
  if (status < 400) return new UnexpectedAnswerError('redirected', status);
  const busy = status === 429 || status >= 500;
  // A proxy before the register says that it is busy without a problem; what else comes without
  // one is not from a register.
  if (!problem && !busy) return new UnexpectedAnswerError('not-a-register', status);
  const Refusal = byStatus[status] ?? (status >= 500 ? UnavailableError : ApiError);
  return new Refusal(status, problem, retryAfter(response, now));
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!hasMediaType(response, 'application/problem+json')) {
    discard(response);
    return undefined;
  }
  const text = await readText(response, mostBytes.json);
  try {
    const value: unknown = JSON.parse(text);
    return isProblem(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is Problem {
  const { detail, errors = [], instance, title, type }: Partial<Problem> = Object(value);
  return (
    [detail, instance, title, type].every((part) => typeof part === 'string') &&
    Array.isArray(errors)
  );
}

/** The wait that the register asks for, in milliseconds (RFC 9110, section 10.2.3). */
function retryAfter(response: Response, now: Date): number | undefined {
  const text = response.headers.get('retry-after') ?? '';
  const time = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}

/** Whether an answer says that it is of a media type, parameters aside. */
export function hasMediaType(response: Response, type: string): boolean {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === type;
}
