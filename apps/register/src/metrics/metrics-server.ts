import { once } from 'node:events';
import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import type { Register } from '../register.ts';
import type { ConnectionCounts } from '../store/store.ts';

/** Where metrics are told. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

export interface MetricsServer {
  /** The port that it got. */
  readonly port: number;
  close(): Promise<void>;
}

export interface MetricsSources extends Pick<Register, 'metrics' | 'composer'> {
  readonly connections: () => ConnectionCounts;
}

/**
 * Tells the metrics in Prometheus form at `/metrics` on a port of their own, so that whoever reaches
 * the register does not reach them too.
 */
export async function startMetricsServer(
  { host, port }: MetricsAddress,
  { composer, connections, metrics: { registry } }: MetricsSources,
): Promise<MetricsServer> {
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'register_composer_queue',
    help: 'Extracts that wait to be composed.',
    registers: [registry],
    collect() {
      this.set(composer.waiting());
    },
  });
  new Gauge({
    name: 'register_database_connections',
    help: 'Connections to PostgreSQL, by state, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
    },
  });

  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
    response.end(await registry.metrics());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
