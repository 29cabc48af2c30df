import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ports, portVariables } from '../../../scripts/stack/ports.ts';
import { checkFile } from './checker.ts';
import { type OwnDemo, startDemo } from './demo.ts';
import { freePorts } from './free-ports.ts';
import { downloadExtract, signIn } from './holder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let demo: OwnDemo;
let extract: Buffer;
beforeAll(async () => {
  demo = await startDemo();
  const holder = await demo.openPage();
  await signIn(holder, 'noor');
  extract = await downloadExtract(holder, { title: 'Natuur en Techniek' });
  await holder.context().close();
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

it('tells a school and an employer when the register is away: nothing changes, nothing is checked', async () => {
  const school = await demo.openPage();
  await school.goto('/school/98DD/');
  const employer = await demo.openPage();
  await employer.goto('/employer/');
  expect(await checkFile(employer, extract)).toBe('Dit uittreksel is echt');
  await demo.stopService('register');

  const record = school.getByRole('listitem').filter({ hasText: 'Noor' });
  await record.getByText('Trek in', { exact: true }).click();
  await record.getByRole('button', { name: 'Ja, trek dit diploma in' }).click();
  await school.getByRole('heading', { name: 'Het register is nu niet bereikbaar' }).waitFor();
  expect(await school.getByText('Ingetrokken', { exact: true }).count()).toBe(0);

  const form = school.locator('.deliver');
  await form.getByLabel('Achternaam').fill('Bakker');
  const answered = school.waitForResponse('**/deliver');
  await form.getByRole('button').click();
  expect((await answered).status()).toBe(503);
  await school.waitForLoadState();
  await school.getByRole('heading', { name: 'Het register is nu niet bereikbaar' }).waitFor();
  expect(await form.getByLabel('Achternaam').inputValue()).toBe('Bakker');

  expect(await checkFile(employer, extract)).toBe('Nog niet te zeggen');
  await demo.startService('register');
  await employer.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await employer.getByRole('heading', { name: 'Dit uittreksel is echt' }).waitFor();
  await school.context().close();
  await employer.context().close();
});

describe('npm start', () => {
  beforeAll(() => demo.stop());

  /** Starts with what the demo left, and waits until it says that it is ready. */
  async function begin() {
    const environment = { ...portEnvironment(demo.ports), DATA_FOLDER: demo.dataFolder };
    const running = start('scripts/start.ts', [], environment);
    await expect.poll(() => running.said.out, { timeout: 100_000 }).toContain('is ready');
    return running;
  }

  const isReachable = () =>
    fetch(`${demo.addresses.demo}/health`).then(
      () => true,
      () => false,
    );

  it('prints the addresses, finds everything again, changes nothing by delivering again, and stops everything at SIGTERM', async () => {
    const { child, said, ended } = await begin();
    for (const port of Object.values(demo.ports)) expect(said.out).toContain(`localhost:${port}`);

    const page = await demo.openPage();
    await page.goto('/');
    const diplomas = page.locator('[data-statistic=diplomas]');
    await expect.poll(() => diplomas.textContent()).toBe('19');
    expect(await page.locator('[data-statistic=extracts]').textContent()).toBe('1');
    await page.goto('/employer/');
    expect(await checkFile(page, extract)).toBe('Dit uittreksel is echt');
    // A connection that a browser opened in advance would hold up the end.
    await page.context().close();

    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(said.error).toBe('');
    expect(await isReachable()).toBe(false);
  });

  it('says why when a part ends by itself, and stops everything', async () => {
    const { child, said, ended } = await begin();
    process.kill(childProcess(child.pid, 'apps/register/'), 'SIGKILL');
    expect((await ended).code).toBe(1);
    expect(said.error).toMatch(/^register has stopped(?:.|\n)*Everything stops\.\n$/);
    expect(await isReachable()).toBe(false);
  });
});
