import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustAnchors } from '@diplomaregister/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

let folder: string;
let port: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  probe.close();
  await once(probe, 'close');
});
afterEach(() => {
  for (const process of running) process.kill('SIGKILL');
  running.clear();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the command line as an operator does. */
function register(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const main = new URL('main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=@diplomaregister/source', main, ...words], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      REGISTER_DATA: join(folder, 'data'),
      REGISTER_PORT: String(port),
      ...environment,
    },
  });
  running.add(child);
  const closed = once(child, 'close');
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return {
    child,
    /** Until a line is printed that says it is ready. */
    async ready() {
      while (!output.includes('is ready')) {
        if (child.exitCode !== null) throw new Error(`It stopped: ${output}${errors}`);
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      }
    },
    async end() {
      const [code] = await closed;
      return { code, output, errors };
    },
  };
}

async function keyIds() {
  const response = await fetch(`http://127.0.0.1:${port}/v1/trust-anchors`);
  const { seal } = (await response.json()) as TrustAnchors;
  return seal.map(({ keyId }) => keyId);
}

test('serves, keeps its folder and port to itself, stops when asked, and finds all again', async () => {
  const first = register(['serve']);
  await first.ready();
  const before = await keyIds();

  const second = await register(['serve'], { REGISTER_PORT: '0' }).end();
  expect(second).toMatchObject({ code: 1, output: '' });
  expect(second.errors).toMatch(/^Another register is running on .+\n$/);
  first.child.kill('SIGTERM');
  expect(await first.end()).toMatchObject({ code: 0, errors: '' });

  // A second register, with a database of its own.
  await cp(join(folder, 'data'), join(folder, 'elsewhere'), { recursive: true });
  const again = register(['serve']);
  await again.ready();
  const elsewhere = { REGISTER_DATA: join(folder, 'elsewhere') };
  const third = await register(['serve'], elsewhere).end();
  expect(third).toMatchObject({ code: 1 });
  expect(third.errors).toBe(
    `The port ${port} is taken: stop what runs there, or set REGISTER_PORT or METRICS_PORT.\n`,
  );
  expect(await keyIds()).toEqual(before);
  again.child.kill('SIGINT');
  expect(await again.end()).toMatchObject({ code: 0, errors: '' });
}, 180_000);

test('ends within ten seconds of being asked, whoever does not come to an end', async () => {
  const { child, end, ready } = register(['serve']);
  await ready();
  const sender = connect(port, '127.0.0.1');
  await once(sender, 'connect');
  sender.on('error', () => undefined);
  const head = ['POST /v1/verifications HTTP/1.1', 'Host: register.example'];
  const body = ['Content-Type: application/json', 'Content-Length: 100', '', '{"pin":'];
  sender.write([...head, ...body].join('\r\n'));
  // What was sent before has arrived when this is answered.
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  const asked = performance.now();
  child.kill('SIGTERM');

  const { code, output } = await end();
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(code).toBe(0);
  expect(output).toContain('Some requests took too long and were broken off.');
  sender.destroy();
});

test('keeps its keys where only the owner can read them', async () => {
  const keys = join(folder, 'data', 'keys');

  expect((await stat(keys)).mode & 0o777).toBe(0o700);
  expect((await stat(join(keys, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(join(keys, 'keys.json'), 'utf8'))).toMatchObject({
    example: true,
  });
});

test('adds reference data from a file, and tells what is wrong with one', async () => {
  const good = join(folder, 'more.json');
  const subjects = [{ code: '1999', name: 'Sterrenkunde', englishName: 'Astronomy' }];
  await writeFile(good, JSON.stringify({ subjects }));
  expect(await register(['reference', good]).end()).toMatchObject({
    code: 0,
    output: 'Added 0 institutions, 0 programmes and 1 subjects.\n',
  });

  const bad = join(folder, 'bad.json');
  await writeFile(bad, JSON.stringify({ subjects: [{ code: '1' }], teachers: [] }));
  const { code, errors } = await register(['reference', bad]).end();
  expect(code).toBe(1);
  expect(errors).toContain('/subjects/0 must have required property');
  expect(errors).toContain('/subjects/0/code must match pattern');
  expect(errors).toContain('must NOT have additional properties');
}, 120_000);

test('tells every fault in the environment at once', async () => {
  const environment = { REGISTER_PORT: 'http', CHECK_URL: 'check', PORTAL_ORIGINS: 'portal' };
  const { code, errors } = await register(['serve'], environment).end();

  expect(code).toBe(1);
  expect(errors.match(/REGISTER_PORT|CHECK_URL|PORTAL_ORIGINS/g)).toHaveLength(3);
});

test('helps, and does not know other commands', async () => {
  expect((await register(['--help']).end()).output).toContain('reference FILE');
  expect(await register(['dance']).end()).toMatchObject({ code: 2 });
});
