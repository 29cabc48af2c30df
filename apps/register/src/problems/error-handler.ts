import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from '../http/request-log.ts';
import { KeyMissingError } from '../keys/key-ring.ts';
import { DatabaseUnavailableError } from '../store/database-unavailable.ts';
import { findInputErrors } from './find-input-errors.ts';
import { Problem } from './problem.ts';

/** Answers any error as a problem. What went wrong inside goes to the log, never to the caller. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, request);
  // A problem was foreseen, and the line about the answer says enough of it.
  if (problem.status >= 500 && problem !== error) {
    request.log.error({ fault: describeFault(error) }, 'request failed');
  }
  return reply
    .code(problem.status)
    .headers({ 'Cache-Control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody(request.id)));
}

function toProblem(
  error: FastifyError | Problem | DatabaseUnavailableError,
  request: FastifyRequest,
): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseUnavailableError) {
    return new Problem('unavailable', { headers: { 'Retry-After': '5' } });
  }
  if (error instanceof KeyMissingError) {
    return new Problem('unavailable', { headers: { 'Retry-After': '10' } });
  }
  if (error.validation) return new Problem('invalid-input', { errors: findInputErrors(request) });
  switch (error.statusCode) {
    case 400: {
      const isAddress = error.code === 'FST_ERR_BAD_URL';
      const errors = isAddress
        ? [unreadableAddress]
        : [...findInputErrors(request), unreadableBody];
      return new Problem('invalid-input', { errors });
    }
    case 414:
      // A part of the address is longer than that of anything there is.
      return new Problem('not-found');
    case 413:
      return new Problem('content-too-large');
    case 415:
      return new Problem('unsupported-media-type');
    case 429:
      return new Problem('too-many-requests');
    default:
      return new Problem('internal-error');
  }
}

const unreadableBody = {
  in: 'body',
  code: 'unreadable',
  detail: 'The body cannot be read as what its media type says.',
} as const;

const unreadableAddress = {
  in: 'path',
  code: 'unreadable',
  detail: 'The address cannot be read.',
} as const;
