import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** So many requests of one connection may wait for their answers; most clients send one after the other. */
export const mostWaiting = 16;

/**
 * Breaks off a connection on which too many requests wait (RFC 9112, section 9.3.2). Node reads all that
 * come in one piece, and who does not read the answers would have them fill the memory.
 */
export function limitWaitingRequests(server: FastifyInstance): void {
  const waiting = new WeakMap<Socket, number>();
  server.addHook('onRequest', async ({ socket }, reply) => {
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    if (count <= mostWaiting) return;
    reply.hijack();
    socket.destroy();
  });
  server.addHook('onResponse', async ({ socket }) => {
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
  });
}
