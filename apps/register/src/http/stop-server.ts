import type { FastifyInstance } from 'fastify';

/**
 * Stops a server: it takes no more connections, and ends when the running requests are answered.
 * Those that take longer than `limit` milliseconds are broken off; their senders send them again.
 *
 * @returns whether every request was answered.
 */
export async function stopServer(server: FastifyInstance, limit: number): Promise<boolean> {
  let isComplete = true;
  const timer = setTimeout(() => {
    isComplete = false;
    server.server.closeAllConnections();
  }, limit);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
  }
  return isComplete;
}
