import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { OpenLoad, OpenLoadResult } from './open-loop.ts';

const program = fileURLToPath(new URL('open-loop.ts', import.meta.url));

/** Puts a load on a register, from a process of its own. */
export async function putOpenLoad(load: OpenLoad): Promise<OpenLoadResult> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as OpenLoadResult;
}
