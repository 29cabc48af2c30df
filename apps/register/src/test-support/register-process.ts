import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `register serve`, as an operator starts it: a process of its own, on a port of its own. */
export interface RegisterProcess {
  /** Where it listens. */
  readonly url: string;
  /** Ends it at once, with `kill -9`. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/**
 * Starts a register and waits until it listens.
 *
 * @throws {Error} with what it said, when it ends before.
 */
export async function startRegisterProcess(
  environment: Readonly<Record<string, string>>,
): Promise<RegisterProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', '--no-warnings', main, 'serve'],
    {
      env: { PATH: process.env['PATH'], REGISTER_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exit = once(child, 'exit');
  let said = '';
  const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-8_000);
      const [, url] = /Server listening at (http:[^"]+)"/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
  }
  void exit.then(() => reject(new Error(`The register ended:\n${said}`)));
  async function end(signal: NodeJS.Signals) {
    child.kill(signal);
    await exit;
  }
  return {
    url: await listening,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
