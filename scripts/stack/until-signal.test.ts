import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

/** Ends some time after it is asked to, as a service with work in hand does. */
const slowService = (port: number) => `
  import { createServer } from 'node:http';
  const server = createServer((_request, response) => response.end(String(process.pid)));
  server.listen(${port}, '127.0.0.1');
  process.on('SIGTERM', () => {
    server.close();
    setTimeout(() => process.exit(), 500);
  });
`;

/** Does with one service what npm start does with all. */
const program = (port: number) => `
  import { startService } from '${new URL('service.ts', import.meta.url)}';
  import { untilSignal } from '${new URL('until-signal.ts', import.meta.url)}';
  const stopped = untilSignal();
  const service = await startService({
    name: 'slow',
    command: ['--input-type=module', '--eval', ${JSON.stringify(slowService(port))}],
    environment: {},
    healthUrl: 'http://127.0.0.1:${port}',
  });
  console.log('ready');
  await stopped;
  await service.stop();
`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return address.port;
}

test('a second Ctrl-C while everything stops leaves nothing running', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const url = `http://127.0.0.1:${port}`;
  const service = Number(await (await fetch(url)).text());
  onTestFinished(() => {
    if (isRunning(service)) process.kill(service, 'SIGKILL');
  });

  child.kill('SIGINT');
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 30_000 }).toBe(false);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(isRunning(service)).toBe(false);
}, 60_000);

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
