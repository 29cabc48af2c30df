import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of the benchmark's own. */
export interface DatabaseServer {
  readonly pid: number;
  /** The address of a database, without a password: the socket is in a folder of our own. */
  url(database: string): string;
  stop(): Promise<void>;
}

/**
 * The settings that differ from PostgreSQL's own: what an operator sets on a machine with 24 GB of
 * memory. A commit waits for the disk (`synchronous_commit` and `fsync` stay on).
 */
export const settings = {
  shared_buffers: '6GB',
  effective_cache_size: '16GB',
  maintenance_work_mem: '1GB',
  work_mem: '32MB',
  wal_buffers: '64MB',
  max_wal_size: '24GB',
  min_wal_size: '4GB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  wal_compression: 'lz4',
  random_page_cost: '1.1',
  jit: 'off',
} as const;

/** Debian's PostgreSQL 15, or what the `PATH` has. */
const debianPrograms = '/usr/lib/postgresql/15/bin';

const program = (name: string) => (existsSync(debianPrograms) ? join(debianPrograms, name) : name);

export function databaseVersion(): string {
  return execFileSync(program('postgres'), ['--version']).toString().trim();
}

/** Starts PostgreSQL on a folder, and makes its files the first time. */
export async function startDatabaseServer(folder: string): Promise<DatabaseServer> {
  const data = join(folder, 'postgresql');
  const account = findAccount();
  await mkdir(data, { recursive: true });
  if (account !== undefined) {
    await chmod(folder, 0o755);
    await chown(data, account.uid, account.gid);
  }
  await chmod(data, 0o700);
  const options = {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
  };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const words = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--username=postgres'];
    execFileSync(program('initdb'), ['-D', data, ...words], { ...options, stdio: 'ignore' });
  }
  const words = Object.entries({
    ...settings,
    listen_addresses: '',
    unix_socket_directories: data,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program('postgres'), ['-D', data, ...words], {
    ...options,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const url = (database: string) => `postgresql://postgres@${encodeURIComponent(data)}/${database}`;
  await untilItAnswers(url('postgres'), server);
  return {
    pid: server.pid ?? 0,
    url,
    async stop() {
      if (server.exitCode !== null) return;
      const exit = once(server, 'exit');
      server.kill('SIGINT');
      await exit;
    },
  };
}

/** PostgreSQL refuses to run as root: it runs as "postgres" then, or as "nobody". */
function findAccount(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: number('-u', 'postgres'), gid: number('-g', 'postgres') };
  } catch {
    return { uid: 65_534, gid: 65_534 };
  }
}

async function untilItAnswers(connectionString: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`PostgreSQL did not start (exit code ${server.exitCode}).`);
}

/** Runs work with a connection of its own. */
export async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
