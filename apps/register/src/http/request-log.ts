import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/**
 * Logs one line for each request, without personal data: the pattern of the route, since an address
 * may hold what somebody typed, and of an error its kind and place, since a message may too.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (error instanceof Error)
      reply.log.error({ ...line, fault: describeFault(error) }, 'broken off');
    else reply.log.info(line, 'answered');
  }

  override defaultErrorLog(error: Error, request: FastifyRequest): void {
    request.log.error({ fault: describeFault(error) }, 'not answered');
  }

  override streamError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.warn({ fault: describeFault(error) }, 'stream broken off');
  }

  override writeHeadError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.warn({ fault: describeFault(error) }, 'head not written');
  }

  override serializerError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.error({ fault: describeFault(error) }, 'answer not written');
  }
}

/** The pattern of the route, since an address may hold what somebody typed. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown';
}

/** The kind and place of an error, without its message. */
export function describeFault(error: Error & { readonly code?: string }) {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { name: error.name, code: error.code, at: frames.slice(0, 8).map((line) => line.trim()) };
}
