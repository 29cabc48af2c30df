import { pino } from 'pino';
import { parseConfiguration } from '../configuration.ts';
import { openRegister } from '../open-register.ts';
import { createServer } from '../server.ts';
import type { Command } from './command.ts';

/** Milliseconds that a stop may take. */
const stopLimit = 10_000;

export const serve: Command = {
  words: ['serve'],
  summary: 'serve the API until SIGTERM or SIGINT',
  explanation: `The first start makes the database and the keys, and loads the reference set of the project.
When asked to stop, it takes no more requests, finishes those that run, and ends within ten seconds.`,
  async run({ environment, print }) {
    const configuration = parseConfiguration(environment);
    const log = pino();
    const { register, close } = await openRegister(configuration, (message) => log.warn(message));
    const server = await createServer(register, { log });
    try {
      await server.listen({ host: configuration.host, port: configuration.port });
    } catch (error) {
      await server.close();
      await close();
      throw error;
    }
    print(`The register is ready at ${configuration.url}/v1`);

    const signal = await untilStopped();
    setTimeout(() => process.exit(1), stopLimit).unref();
    print(`The register stops (${signal}).`);
    await server.close();
    await close();
  },
};

function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}
