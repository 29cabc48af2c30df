import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyBaseLogger } from 'fastify';
import { apiVersion } from '../contract/operations.ts';
import { Problem } from '../problems/problem.ts';
import { securityHeaders } from './security-headers.ts';

/** Milliseconds in which a request must have arrived: a delivery of 64 MiB over a slow line. */
export const arrivalLimit = 5 * 60_000;

/** Milliseconds in which the sender can read the answer: they may not have closed their side. */
const readingTime = 500;

/**
 * Answers what Node could not read as a request, and so never came to a route, with a problem like
 * any other. What was sent goes to no log.
 */
export function answerUnreadable(
  { code }: Pick<ConnectionError, 'code'>,
  socket: Socket,
  log: FastifyBaseLogger | undefined,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(code);
  const requestId = randomUUID();
  log?.info({ requestId, status: problem.status, code }, 'not readable as a request');
  const body = JSON.stringify(problem.toBody(requestId));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `API-Version: ${apiVersion}`,
      'Cache-Control: no-store',
      'Connection: close',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
      `\r\n${body}`,
    ].join('\r\n'),
  );
  setTimeout(() => socket.destroy(), readingTime).unref();
}

/** By the codes of Node: https://nodejs.org/api/http.html#event-clienterror */
function problemOf(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers-too-large');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request-too-slow');
    default:
      return new Problem('invalid-input', { errors: [unreadableHeaders] });
  }
}

const unreadableHeaders = {
  in: 'header',
  code: 'unreadable',
  detail: 'This cannot be read as a request of HTTP.',
} as const;
