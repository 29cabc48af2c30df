import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startIssuerServer } from '../src/test-support/issuer-server.ts';
import type { TestIssuer } from '../src/test-support/tokens.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/**
 * Node's settings, as `docs/operate.md` advises. The lines of some deliveries have room in much memory for
 * what is new, so that they need not be copied while they are read. Little stays in the processor's cache,
 * and others wait less while it is cleared. Threads that help to clear it take cores from those who wait.
 */
export const nodeOptionsFor = {
  deliveries: ['--max-semi-space-size=64'],
  people: ['--max-semi-space-size=4', '--v8-pool-size=1'],
} as const;

/** A register that runs as its operator runs it: `register serve`, in a process of its own. */
export interface RegisterProcess {
  /** Where it listens. */
  readonly url: string;
  readonly pid: number;
  /** Signs tokens that it accepts. */
  readonly tokens: TestIssuer;
  readonly keyFile: string;
  /** Bytes of memory that are resident now. */
  residentMemory(): number;
  stop(): Promise<void>;
}

export interface RegisterProcessOptions {
  readonly databaseUrl: string;
  /** Holds the keys. */
  readonly dataFolder: string;
  /** Whom it serves. */
  readonly serves: keyof typeof nodeOptionsFor;
}

/** Starts a register and an issuer of tokens for it, both on the loopback address. */
export async function startRegisterProcess({
  databaseUrl,
  dataFolder,
  serves,
}: RegisterProcessOptions): Promise<RegisterProcess> {
  const issuer = await startIssuerServer();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', ...nodeOptionsFor[serves], main, 'serve'],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        REGISTER_DATA: dataFolder,
        REGISTER_PORT: String(port),
        REGISTER_URL: url,
        IDENTITY_URL: issuer.url,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await untilReady(child.stdout);
  const tokens = await issuer.issueFor(url, `${url}/v1`);
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    tokens,
    keyFile: join(dataFolder, 'keys', 'keys.json'),
    residentMemory: () => residentMemoryOf(pid),
    async stop() {
      await issuer.close();
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Waits for the line that says so, and then lets the log pass by. */
async function untilReady(output: NodeJS.ReadableStream): Promise<void> {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    if (!line.startsWith('The register is ready')) continue;
    output.resume();
    return;
  }
  throw new Error('The register did not start.');
}

/** Linux tells it; elsewhere it is not known. */
function residentMemoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1_024;
}

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
