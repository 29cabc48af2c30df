import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type Configuration, parseConfiguration } from '../configuration.ts';
import { describeFault } from '../http/request-log.ts';
import { stopServer } from '../http/stop-server.ts';
import { removeResponses } from '../idempotency/remove-responses.ts';
import { startMetricsServer } from '../metrics/metrics-server.ts';
import { type OpenRegister, openRegister } from '../open-register.ts';
import { startDailyRetention } from '../retention/daily-retention.ts';
import { repeat } from '../retention/repeat.ts';
import { createServer } from '../server.ts';
import type { Command } from './command.ts';

/** Milliseconds that running requests get to end, and that the whole stop may take. */
const stopLimits = { requests: 8_000, all: 10_000 } as const;

/** Lines go out some at a time, a second late at most: to write each by itself costs more than it. */
const logging = { dest: 1, sync: false, minLength: 8_192, periodicFlush: 1_000 } as const;

export const serve: Command = {
  words: ['serve'],
  summary: 'serve the API until SIGTERM or SIGINT',
  explanation: `The first start makes the database and the keys, and loads the reference set of the project.
When asked to stop, it takes no more requests, finishes those that run, and ends within ten seconds.`,
  async run({ environment, print }) {
    const configuration = parseConfiguration(environment);
    const log = pino(pino.destination(logging));
    const open = await openRegister(configuration, (message) => log.warn(message));
    const { parts, server } = await startServing(configuration, open, log).catch(
      async (error: unknown) => {
        await open.close();
        throw error;
      },
    );
    print(`The register is ready at ${configuration.url}/v1`);

    const signal = await untilStopped();
    setTimeout(() => process.exit(1), stopLimits.all).unref();
    print(`The register stops (${signal}).`);
    const isComplete = await stopServer(server, stopLimits.requests);
    if (!isComplete) log.warn('Some requests took too long and were broken off.');
    for (const part of parts) await part();
    await open.close();
  },
};

/** A server that listens, and how to stop what runs beside it. */
interface Serving {
  readonly server: FastifyInstance;
  readonly parts: readonly (() => Promise<void>)[];
}

async function startServing(
  configuration: Configuration,
  open: OpenRegister,
  log: FastifyBaseLogger,
): Promise<Serving> {
  const server = await createServer(open.register, { log });
  try {
    return { server, parts: await startParts(configuration, open, server) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Starts all that serves, and gives how to stop what runs beside the server. */
async function startParts(
  { host, metrics, port, retention }: Configuration,
  { connections, register }: OpenRegister,
  server: FastifyInstance,
): Promise<(() => Promise<void>)[]> {
  await server.listen({ host, port });
  const onFault = (error: unknown) =>
    server.log.error({ fault: describeFault(asError(error)) }, 'nothing was removed');
  const { database, now } = register;
  const daily = startDailyRetention({
    database,
    retention,
    now,
    onRun: (removed) => server.log.info({ removed }, 'removed what has had its term'),
    onFault,
  });
  void daily.run();
  const responses = repeat(() => removeResponses(database, now()), { interval: 60_000, onFault });
  const parts = [daily.stop, responses.stop];
  if (metrics === undefined) return parts;
  const metricsServer = await startMetricsServer(metrics, { ...register, connections });
  return [...parts, metricsServer.close];
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Something else was thrown.');
}

function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}
