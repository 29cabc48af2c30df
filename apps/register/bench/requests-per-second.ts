import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Load, LoadResult } from './load.ts';
import { median } from './percentiles.ts';

const programOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** One of the two that are measured beside each other. */
export type Contender = Pick<Load, 'headers' | 'url'>;

export interface Rates {
  readonly register: number;
  readonly bare: number;
}

/**
 * Requests a second of both under the same load, in turns, so that what else the machine does hits
 * both. The median of the rounds.
 */
export async function compareRates(
  contenders: { readonly register: Contender; readonly bare: Contender },
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Rates> {
  const rates = { register: [] as number[], bare: [] as number[] };
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['register', 'bare'] as const) {
      const load = { ...contenders[name], connections: 20, duration: seconds };
      const { failed, requestsPerSecond } = await putLoad(load);
      if (failed > 0) throw new Error(`${failed} requests of the list failed.`);
      if (round > 0) rates[name].push(requestsPerSecond);
    }
  }
  return { register: median(rates.register), bare: median(rates.bare) };
}

async function putLoad(load: Load): Promise<LoadResult> {
  const child = spawn(process.execPath, [programOf('load.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as LoadResult;
}

export interface BareServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startBareServer(databaseUrl: string): Promise<BareServer> {
  const child = fork(programOf('bare-server.ts'), ['--database', databaseUrl]);
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}
