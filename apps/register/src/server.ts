import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { apiReferenceRoutes } from './api-reference/routes.ts';
import { apiVersion, contractDocument } from './contract/operations.ts';
import { elementRoutes } from './elements/routes.ts';
import { handlers } from './handlers.ts';
import { basePath } from './http/base-path.ts';
import { contractRoutes } from './http/contract-routes.ts';
import { allowAnyOrigin } from './http/cross-origin.ts';
import { RequestLog, routeOf } from './http/request-log.ts';
import { securityHeaders, strictTransport } from './http/security-headers.ts';
import { answerUnreadable, arrivalLimit } from './http/unreadable-requests.ts';
import { closeUnusedConnections } from './http/unused-connections.ts';
import { limitWaitingRequests } from './http/waiting-requests.ts';
import { institutionKeyRoutes } from './institutions/key-routes.ts';
import { demandAllKeys } from './keys/demand-all-keys.ts';
import { sendProblem } from './problems/error-handler.ts';
import { Problem } from './problems/problem.ts';
import type { Register } from './register.ts';

export interface ServerOptions {
  /** Takes log lines; they go nowhere when absent. */
  readonly log?: FastifyBaseLogger;
}

/** Makes the HTTP server of a register. It does not listen yet. */
export async function createServer(
  register: Register,
  { log }: ServerOptions = {},
): Promise<FastifyInstance> {
  const { elementsFolder, trustedProxies, url } = register.configuration;
  const commonHeaders = {
    ...securityHeaders,
    ...(url.startsWith('https:') && strictTransport),
    'API-Version': apiVersion,
    // Whatever may be kept says so itself.
    'Cache-Control': 'no-store',
  };
  const server = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new RequestLog(),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Without a list, no proxy is believed: whoever calls may write the header, too.
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // Those come before the hook that sets the headers of every other answer.
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request, reply.headers(commonHeaders)),
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, log),
    requestTimeout: arrivalLimit,
  });
  server.decorateRequest('caller');
  server.setErrorHandler(sendProblem);
  server.setNotFoundHandler((request, reply) => {
    allowAnyOrigin(reply);
    const [path = ''] = request.url.split('?');
    // Beside the contract, whose paths know every method, there is only what can be read.
    if (server.findRoute({ method: 'GET', url: path }) !== null) {
      throw new Problem('method-not-allowed', { headers: { Allow: 'GET, HEAD' } });
    }
    throw new Problem('not-found');
  });
  let isStopping = false;
  server.addHook('preClose', async () => {
    isStopping = true;
  });
  closeUnusedConnections(server);
  limitWaitingRequests(server);
  server.addHook('onSend', async (_request, reply) => {
    // Otherwise the connection stays open for the next request, and holds up the stop.
    if (isStopping) reply.header('Connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    register.metrics.requestAnswered({
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.socket.remoteAddress === undefined) {
      // Who has hung up gets no answer, and has no address any more that counts for a limit.
      reply.hijack();
      return;
    }
    reply.headers(commonHeaders);
    if (isStopping && request.method !== 'OPTIONS') {
      // On a connection from before: the next one goes to another process, or to the next start.
      allowAnyOrigin(reply);
      throw new Problem('unavailable', { headers: { 'Retry-After': '5' } });
    }
    // The router would take `/diplomas/` for a diploma without an id.
    if (request.url.split('?')[0]?.endsWith('/')) {
      allowAnyOrigin(reply);
      throw new Problem('not-found');
    }
  });
  await server.register(contractRoutes, { register, handlers });
  await server.register(apiReferenceRoutes, { register });
  await server.register(institutionKeyRoutes, { register });
  if (elementsFolder) await server.register(elementRoutes, { folder: elementsFolder, url });
  await server.register(ownRoutes, { register });
  return server;
}

/** What a server offers beside the contract: the contract itself, its keys, and its health. */
async function ownRoutes(server: FastifyInstance, { register }: { register: Register }) {
  const document = {
    ...contractDocument,
    servers: [{ url: `${register.configuration.url}${basePath}` }],
  };
  server.get(`${basePath}/openapi.json`, async (_request, reply) => {
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' });
    return document;
  });
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' });
    return { keys: [register.keys.tokenEncryption.current().publicKey] };
  });
  // OAuth 2.0 Protected Resource Metadata (RFC 9728): who gives tokens for this register.
  server.get(`/.well-known/oauth-protected-resource${basePath}`, async (_request, reply) => {
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' });
    const { identityUrl, url } = register.configuration;
    return { resource: `${url}${basePath}`, authorization_servers: [identityUrl] };
  });
  server.get('/health', async () => ({ status: 'ok' }));
  server.get('/ready', async () => {
    demandAllKeys(register);
    try {
      await sql`select 1`.execute(register.database);
    } catch {
      throw new Problem('unavailable', { headers: { 'Retry-After': '5' } });
    }
    return { status: 'ready' };
  });
}
