import { minutesAhead } from './clock.ts';
import type { Explain } from './connection.ts';
import type { UnexpectedAnswerCode } from './errors.ts';
import { NotFoundError, UnauthorizedError, UnexpectedAnswerError } from './errors.ts';

/** What to do about an answer that no register gives. */
const advice: Readonly<Record<UnexpectedAnswerCode, string>> = {
  'not-a-register':
    '`url` must be like https://register.example/v1, and the network must not ask to sign in first',
  redirected:
    'it redirects, and nobody else may get the access token. Set `url` to the address of the register itself',
  'answer-malformed': 'look for a newer version of this package',
  'answer-too-large': 'it is larger than any. Check `url`',
};

/** The same error, with a message that says what to do. */
export const explain: Explain = (error, { method, path }, response, now) => {
  // A list, even an empty one, is always there: this is another address of a register.
  if (error instanceof NotFoundError && method === 'GET' && path.lastIndexOf('/') === 0) {
    return unexpected('not-a-register', error.status);
  }
  if (error instanceof UnexpectedAnswerError) return unexpected(error.code, error.status);
  return error instanceof UnauthorizedError ? unauthorized(error, response, now) : error;
};

function unexpected(code: UnexpectedAnswerCode, status: number): UnexpectedAnswerError {
  return new UnexpectedAnswerError(code, status, `: ${advice[code]}.`);
}

/** A token fails by a clock that is wrong, without anybody seeing why. */
function unauthorized(
  error: UnauthorizedError,
  response: Response | undefined,
  now: Date,
): UnauthorizedError {
  const minutes = minutesAhead(response?.headers, now);
  if (minutes === undefined) return error;
  const side = minutes > 0 ? 'ahead of' : 'behind';
  const clock = `: the clock here is ${Math.abs(minutes)} minutes ${side} that of the register. Set it, and get a new token.`;
  return new UnauthorizedError(error.status, error.problem, error.retryAfter, clock);
}
