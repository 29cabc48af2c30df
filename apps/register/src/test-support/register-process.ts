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

/** Any other command, as an operator calls it. */
export interface CommandProcess {
  /** The exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Ends it at once, with `kill -9`. */
  kill(): void;
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
  const child = spawnCommand(['serve'], environment);
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

/** Starts a command other than `serve`. */
export function startCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): CommandProcess {
  const child = spawnCommand(words, environment);
  child.stdout.resume();
  child.stderr.pipe(process.stderr);
  const ended = once(child, 'exit').then(([code]: readonly (number | null)[]) => code ?? null);
  return { ended, kill: () => void child.kill('SIGKILL') };
}

function spawnCommand(words: readonly string[], environment: Readonly<Record<string, string>>) {
  return spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', '--no-warnings', main, ...words],
    {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        REGISTER_PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}
