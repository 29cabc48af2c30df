import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ports, portVariables } from '../../../scripts/stack/ports.ts';
import { startStack } from '../../../scripts/stack/stack.ts';
import { checkFile } from './checker.ts';
import { type Demo, startDemo } from './demo.ts';
import { freePorts } from './free-ports.ts';
import { downloadExtract, signIn } from './holder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** A script of the project that runs, and what it said so far. */
function start(file: string, words: readonly string[], environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', '--no-warnings', join(root, file), ...words],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => {
    said.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    said.error += data.toString();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, said, ended };
}

/** The process that this one started, by a part of its command. */
function childProcess(parent: number | undefined, command: string): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = processes
    .split('\n')
    .map((text) => text.trim().split(/\s+/))
    .find(([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes(command));
  return Number(line?.[0]);
}

const portEnvironment = (ports: Ports) => ({
  DEMO_PORT: String(ports.demo),
  REGISTER_PORT: String(ports.register),
  IDENTITY_PORT: String(ports.identity),
});

it('refuses a second register on the same data folder, in one line', async () => {
  const { code, said } = await start('apps/register/src/main.ts', ['serve'], {
    REGISTER_DATA: join(demo.dataFolder, 'register'),
    REGISTER_PORT: String((await freePorts()).register),
  }).ended;
  expect(code).toBe(1);
  expect(said.error).toMatch(/^Another register is running on .*only one process[^\n]*\n$/);
});

it.each(['demo', 'register', 'identity'] as const)(
  'says in one line that the port of the %s is taken, and by which variable to change it',
  async (name) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const ports = { ...(await freePorts()), [name]: port };
    const { code, said } = await start('scripts/start.ts', [], {
      ...portEnvironment(ports),
      DATA_FOLDER: join(demo.dataFolder, 'never-made'),
    }).ended;
    blocker.close();
    expect(code).toBe(1);
    expect(said.error).toBe(
      `Port ${port} is taken; choose another by ${portVariables[name][0]}.\n`,
    );
  },
);

it('finds everything again after a restart, and changes nothing by delivering again', async () => {
  const before = await demo.openPage();
  await signIn(before, 'noor');
  const extract = await downloadExtract(before, { title: 'Natuur en Techniek' });
  await demo.stop();

  const again = await startStack({ ports: demo.ports, dataFolder: demo.dataFolder });
  try {
    const page = await demo.openPage();
    await page.goto('/');
    const diplomas = page.locator('[data-statistic=diplomas]');
    await expect.poll(() => diplomas.textContent()).toBe('19');
    expect(await page.locator('[data-statistic=extracts]').textContent()).toBe('1');
    await page.goto('/employer/');
    expect(await checkFile(page, extract)).toBe('Dit uittreksel is echt');
  } finally {
    await again.stop();
  }
});

it('prints the addresses, stops everything at SIGTERM, and says why when a part ends by itself', async () => {
  const ports = await freePorts();
  const environment = { ...portEnvironment(ports), DATA_FOLDER: demo.dataFolder };
  const isReachable = () =>
    fetch(`http://localhost:${ports.demo}/health`).then(
      () => true,
      () => false,
    );
  const begin = async () => {
    const running = start('scripts/start.ts', [], environment);
    await expect.poll(() => running.said.out, { timeout: 100_000 }).toContain('is ready');
    return running;
  };

  const first = await begin();
  for (const port of Object.values(ports)) expect(first.said.out).toContain(`localhost:${port}`);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);
  expect(first.said.error).toBe('');
  expect(await isReachable()).toBe(false);

  const second = await begin();
  process.kill(childProcess(second.child.pid, 'apps/register/'), 'SIGKILL');
  expect((await second.ended).code).toBe(1);
  expect(second.said.error).toMatch(/^register has stopped(?:.|\n)*Everything stops\.\n$/);
  expect(await isReachable()).toBe(false);
});
