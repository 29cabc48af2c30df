import { isUtf8 } from 'node:buffer';
import type { InputError } from '@diplomaregister/contract';
import rateLimits from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { fastifyOpenapiGlue } from 'fastify-openapi-glue';
import { isBsn } from '../access/bsn.ts';
import { identifyCaller } from '../access/identify-caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import {
  contractDocument,
  contractOperations,
  type Operation,
  type OperationId,
} from '../contract/operations.ts';
import { createValidatorCompiler } from '../contract/validators.ts';
import { bsnInvalid } from '../diploma-lookups/handlers.ts';
import { demandRoom } from '../extracts/issue-extract.ts';
import { demandAllKeys } from '../keys/demand-all-keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import { findExpiryErrors } from '../shares/expiry.ts';
import { basePath } from './base-path.ts';
import { bodyLimitOf } from './body-limits.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import { checkMediaTypes } from './media-types.ts';
import { rateLimitOf } from './rate-limits.ts';

/** What must be so before anything is done for a request, not even to find out whose it is. */
const demands: { readonly [Id in OperationId]?: (register: Register) => void } = {
  createExtract: demandRoom,
};

/** Fields of a body as they came. */
type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a body beside what the contract says, for whoever mends all of it at once. */
const furtherErrors: {
  readonly [Id in OperationId]?: (body: Fields, now: Date) => readonly InputError[];
} = {
  createDiplomaLookup: ({ bsn }) => (isBsn(bsn) ? [] : [bsnInvalid]),
  createShare: ({ expiresOn }, now) => findExpiryErrors(String(expiresOn), now),
};

/** Serves every operation of the contract, and no other. */
export async function contractRoutes(
  server: FastifyInstance,
  { register, handlers }: { register: Register; handlers: Handlers },
): Promise<void> {
  server.setValidatorCompiler(createValidatorCompiler());
  // Answers are made of the contract's types; the contract tests hold them against its schemas.
  server.setSerializerCompiler(() => (body) => JSON.stringify(body));

  // JSON is UTF-8 (RFC 8259, section 8.1). Else a word of Latin-1 would be kept with a sign for unknown
  // in the place of each letter with an accent.
  const parseJson = server.getDefaultJsonParser('error', 'error');
  const asBytes = { parseAs: 'buffer' } as const;
  server.addContentTypeParser<Buffer>('application/json', asBytes, (request, body, done) => {
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(Object.assign(new Error('The body is not UTF-8.'), { statusCode: 400 }));
  });
  // A delivery is read as it comes in, line by line.
  server.addContentTypeParser('application/x-ndjson', (_request, body, done) => done(null, body));

  await server.register(rateLimits, { global: false });
  // The plugin warns of every media type without a parser, those of answers too.
  const { level } = server.log;
  server.log.level = 'error';
  await server.register(fastifyOpenapiGlue, {
    specification: contractDocument,
    prefix: basePath,
    operationResolver: (operationId) => {
      const operation = contractOperations.find(({ id }) => id === operationId);
      if (operation === undefined) throw new Error(`Unknown operation ${operationId}`);
      return routeOf(register, operation, handlers);
    },
  });

  server.log.level = level;

  for (const [path, operations] of Map.groupBy(contractOperations, ({ path }) => path)) {
    otherMethods(server, register, path, operations);
  }
}

/** What a route needs beside what the contract says: who may call, and who serves. */
function routeOf(register: Register, operation: Operation, handlers: Handlers) {
  const { id, security } = operation;
  // Fastify has validated the request when the handler sees it, so it has the type it asks for.
  const handler = handlers[id] as (
    register: Register,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<unknown>;
  const rateLimit = rateLimitOf(id);
  return {
    method: operation.method as HTTPMethods,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: bodyLimitOf(id),
    config: {
      ...(rateLimit && { rateLimit }),
      findFurtherErrors: (body: Fields) => furtherErrors[id]?.(body, register.now()) ?? [],
    },
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      allowOrigin(request, reply, security, register.configuration.portalOrigins);
      demandAllKeys(register);
      demands[id]?.(register);
      request.caller = await identifyCaller(register, security, request.headers.authorization);
      checkMediaTypes(operation, request.headers);
    },
    handler: (request: FastifyRequest, reply: FastifyReply) => handler(register, request, reply),
  };
}

/** A path of the contract with another method: the browser's preliminary question, or a 405. */
function otherMethods(
  server: FastifyInstance,
  register: Register,
  path: string,
  operations: readonly Operation[],
): void {
  const url = `${basePath}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  const known = operations.map(({ method }) => method);
  // What holders may call is asked by portals, whoever else may call it.
  const security = operations.flatMap((operation) => operation.security);
  const allowed = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  const { portalOrigins } = register.configuration;
  server.options(url, async (request, reply) =>
    answerPreflight(request, reply, security, known, portalOrigins),
  );
  const others = (['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const).filter(
    (method) => !allowed.includes(method),
  );
  server.route({
    method: others,
    url,
    exposeHeadRoute: false,
    async onRequest(request, reply) {
      allowOrigin(request, reply, security, portalOrigins);
      throw new Problem('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
    },
    handler: async () => undefined,
  });
}
