import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Ports } from '../../../scripts/stack/ports.ts';

/**
 * Three ports that were free just now, of those that are this worker's own: other files run at the same
 * time, and the system gives none of them to a connection.
 */
export async function freePorts(): Promise<Ports> {
  const first = 20_000 + Number(process.env['VITEST_POOL_ID'] ?? 0) * 500;
  const ports: number[] = [];
  for (let port = first + randomInt(400); ports.length < 3; port++) {
    if (await isFree(port)) ports.push(port);
  }
  const [demo = 0, register = 0, identity = 0] = ports;
  return { demo, register, identity };
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
