import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPrograms } from './programs.ts';

/** PostgreSQL refuses to run as root; it runs as "nobody" then, whom every system has. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

export interface PostgresqlServerOptions {
  /** The folder with its programs; those of the package manager when absent. */
  readonly programs?: string;
  /** Settings of `postgresql.conf`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server for tests, in a folder of its own, reached by a socket in that folder. */
export interface PostgresqlServer extends AsyncDisposable {
  /** The address of a database, with the password. */
  url(database: string): string;
  /** What the server's own programs need to reach it. */
  readonly place: { readonly folder: string; readonly password: string };
  /** Makes an empty database and gives its address. */
  createDatabase(name: string): Promise<string>;
  start(): Promise<void>;
  /** Ends it as an operator does, without waiting for those who are connected. */
  stop(): Promise<void>;
  /** Ends all its processes at once, with `kill -9`. */
  kill(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** Makes a new PostgreSQL server and starts it. Remove it when done. */
export async function startPostgresql(
  options: PostgresqlServerOptions = {},
): Promise<PostgresqlServer> {
  const folder = await createFolder();
  const password = randomBytes(16).toString('hex');
  const programs = options.programs ?? (await embeddedPrograms(account, folder));
  return startIn({ folder, password, programs, settings: options.settings ?? {} }, () =>
    initialise(programs, folder, password),
  );
}

/** Makes a streaming replica of a server and starts it. Remove it when done. */
export async function startReplica(
  of: PostgresqlServer,
  programs: string,
): Promise<PostgresqlServer> {
  const folder = await createFolder();
  const { password } = of.place;
  return startIn({ folder, password, programs, settings: {} }, async () => {
    await execute(of, `create role replicator login replication password '${password}'`);
    const options = ['--pgdata', join(folder, 'data'), '--checkpoint=fast', '--no-sync'];
    const source = ['--host', of.place.folder, '--username=replicator', '--write-recovery-conf'];
    await runProgram(join(programs, 'pg_basebackup'), [...options, ...source], {
      PGPASSWORD: password,
    });
  });
}

/** Runs a statement as the server's operator. */
export async function execute(
  { url }: Pick<PostgresqlServer, 'url'>,
  statement: string,
  database = 'postgres',
): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url(database) });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'register-postgresql-'));
  await chmod(folder, 0o755);
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  return folder;
}

interface ServerPlace {
  readonly folder: string;
  readonly password: string;
  readonly programs: string;
  readonly settings: Readonly<Record<string, string>>;
}

async function startIn(
  { folder, password, programs, settings }: ServerPlace,
  prepare: () => Promise<void>,
): Promise<PostgresqlServer> {
  let running: ChildProcess | undefined;

  const url = (database: string) =>
    `postgresql://postgres:${password}@${encodeURIComponent(folder)}/${database}`;

  async function start(): Promise<void> {
    const options = Object.entries({
      listen_addresses: '',
      unix_socket_directories: folder,
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = run(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...options]);
    const ended = endOf(child);
    running = child;
    await Promise.race([untilItAnswers(url('postgres'), ended), ended.then(fail('did not start'))]);
  }

  async function createDatabase(name: string): Promise<string> {
    await execute({ url }, `create database ${pg.escapeIdentifier(name)}`);
    return url(name);
  }

  async function stop(): Promise<void> {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, 'exit');
    running.kill('SIGINT');
    await exit;
  }

  async function kill(): Promise<void> {
    const pid = running?.pid;
    if (running === undefined || pid === undefined) return;
    const exit = once(running, 'exit');
    // Stopped first, so that it starts no process while the others are killed.
    running.kill('SIGSTOP');
    const family = [...(await childrenOf(pid)), pid];
    for (const each of family) process.kill(each, 'SIGKILL');
    await exit;
    await untilGone(family);
  }

  async function remove(): Promise<void> {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await prepare();
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url,
    place: { folder, password },
    createDatabase,
    start,
    stop,
    kill,
    remove,
    [Symbol.asyncDispose]: remove,
  };
}

async function initialise(programs: string, folder: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const who = ['--username=postgres', `--pwfile=${passwordFile}`];
  await runProgram(join(programs, 'initdb'), ['-D', join(folder, 'data'), ...options, ...who]);
  await rm(passwordFile);
}

/**
 * Runs one of PostgreSQL's programs to its end, as the account of the servers.
 *
 * @throws {Error} with what it said, when it fails.
 */
export async function runProgram(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { code, said } = await endOf(run(program, words, environment));
  if (code !== 0) throw new Error(`${program} failed:\n${said}`);
}

function run(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(program, words, {
    ...account,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** How a program ended, and the last of what it said. */
async function endOf(
  child: ChildProcess,
): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  child.stderr?.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-4_000);
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

function fail(what: string) {
  return ({ said }: { readonly said: string }): never => {
    throw new Error(`PostgreSQL ${what}:\n${said}`);
  };
}

/** Tries to connect until it works, or until the server has ended. */
async function untilItAnswers(connectionString: string, ended: Promise<unknown>): Promise<void> {
  let isRunning = true;
  void ended.then(() => {
    isRunning = false;
  });
  while (isRunning) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** The processes that a process started, as Linux tells them; none elsewhere. */
async function childrenOf(pid: number): Promise<number[]> {
  const path = `/proc/${pid}/task/${pid}/children`;
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

/** Until processes that were killed are no more: they have the shared memory of their server. */
async function untilGone(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    while (await isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A process that ended, and for which nobody asked yet, is a zombie: state Z. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) Z /.test(stat);
}
