import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Security } from '../contract/operations.ts';

const exposedHeaders =
  'API-Version, Content-Disposition, ETag, Extract-Number, Link, Location, Retry-After, WWW-Authenticate';
const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-None-Match';

/**
 * Tells browsers which scripts may call (https://fetch.spec.whatwg.org/#http-cors-protocol): those
 * of any site where anyone may, those of the portals for holders, none for institutions.
 */
export function allowOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  security: Security,
  portalOrigins: readonly string[],
): void {
  if (security.length === 0) {
    allowAnyOrigin(reply);
    return;
  }
  if (!security.some(({ scheme }) => scheme === 'holder')) return;
  reply.header('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !portalOrigins.includes(origin)) return;
  reply.header('Access-Control-Allow-Origin', origin);
  reply.header('Access-Control-Expose-Headers', exposedHeaders);
}

/** Lets the scripts of every site read an answer that is the same for everybody. */
export function allowAnyOrigin(reply: FastifyReply): void {
  reply.headers({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposedHeaders,
  });
}

/** Answers the question that browsers ask before the request itself. */
export function answerPreflight(
  request: FastifyRequest,
  reply: FastifyReply,
  security: Security,
  methods: readonly string[],
  portalOrigins: readonly string[],
): FastifyReply {
  allowOrigin(request, reply, security, portalOrigins);
  return reply
    .code(204)
    .header('Access-Control-Allow-Methods', methods.join(', '))
    .header('Access-Control-Allow-Headers', allowedHeaders)
    .header('Access-Control-Max-Age', '600')
    .send();
}
