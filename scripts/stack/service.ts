import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ServiceOptions {
  readonly name: string;
  /** The file that Node runs, below the root, with its arguments. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 2xx when the service is ready. */
  readonly healthUrl: string;
}

/** A part of the whole that runs as a process of its own. */
export interface Service {
  readonly name: string;
  /** Settles when the process has ended; the text says how. */
  readonly ended: Promise<string>;
  /** Asks the process to end, and ends it by force after ten seconds. */
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const startLimit = 120_000;
const stopLimit = 10_000;

/**
 * Starts a service and waits until it is ready.
 *
 * @throws {Error} with what the service said, when it ends before or takes longer than two minutes.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, command, environment, healthUrl } = options;
  const child = spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', '--no-warnings', ...command],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a group of its own, so that Ctrl-C reaches it in our order, not at once.
      detached: true,
    },
  );
  const said = lastWords(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.once('close', () => resolve(`${name} has stopped${said() && `:\n${said()}`}`));
  });
  const service: Service = { name, ended, stop: () => stop(child, ended) };
  const problem = await Promise.race([ended, untilReady(healthUrl)]);
  if (problem === undefined) return service;
  await service.stop();
  throw new Error(
    problem === 'late' ? `${name} is not ready after two minutes.\n${said()}` : problem,
  );
}

/** @returns nothing when the service is ready, or that it takes too long. */
async function untilReady(url: string): Promise<'late' | undefined> {
  const limit = Date.now() + startLimit;
  while (Date.now() < limit) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'late';
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), stopLimit);
  await ended;
  clearTimeout(force);
}

/** Passes on what the service complains about, and keeps the end of it. */
function lastWords(child: ChildProcess): () => string {
  let words = '';
  child.stdout?.resume();
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-4_000);
  });
  return () => words.trim();
}
