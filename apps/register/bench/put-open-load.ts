import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { OpenLoad, OpenLoadResult } from './open-loop.ts';

const program = fileURLToPath(new URL('open-loop.ts', import.meta.url));

/** Milliseconds in which the processes that put load on get ready, so that nobody waits for that. */
const start = 1_000;

/** Puts loads on a register at the same time, each from a process of its own. */
export function putOpenLoads<Loads extends readonly Omit<OpenLoad, 'startsAt'>[]>(
  ...loads: Loads
): Promise<{ [Each in keyof Loads]: OpenLoadResult }> {
  const startsAt = Date.now() + start;
  const results = loads.map((load) => putOpenLoad({ startsAt, ...load }));
  return Promise.all(results) as Promise<{ [Each in keyof Loads]: OpenLoadResult }>;
}

async function putOpenLoad(load: OpenLoad): Promise<OpenLoadResult> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as OpenLoadResult;
}
