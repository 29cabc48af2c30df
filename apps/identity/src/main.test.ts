import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-main-'));
  await writeFile(join(folder, 'accounts.json'), '[]');
  await writeFile(join(folder, 'clients.json'), '{"portals":[],"institutions":[]}');
});
afterAll(() => rm(folder, { recursive: true }));

const environment = (port: number) => ({
  ...process.env,
  IDENTITY_PORT: String(port),
  IDENTITY_DATA: join(folder, 'data'),
  IDENTITY_ACCOUNTS: join(folder, 'accounts.json'),
  IDENTITY_CLIENTS: join(folder, 'clients.json'),
});

function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => {
    output.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output.error += data.toString();
  });
  return { child, output };
}

const exitCode = async (child: ChildProcess) => (await once(child, 'close'))[0] as number | null;

async function listenAnywhere() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

it('says in one line that it is ready, and stops at SIGTERM', async () => {
  const { server, port } = await listenAnywhere();
  server.close();
  await once(server, 'close');
  const { child, output } = start(environment(port));
  await once(child.stdout, 'data');
  expect(output.out).toBe(`identity: ready on http://localhost:${port}\n`);
  expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
  expect(output.error).toBe('');
});

it('says in one line that its port is taken', async () => {
  const { server, port } = await listenAnywhere();
  const { child, output } = start(environment(port));
  expect(await exitCode(child)).toBe(1);
  expect(output.error).toBe(`identity: port ${port} is taken; choose another by IDENTITY_PORT.\n`);
  server.close();
});

it('tells every fault of its configuration at once', async () => {
  const { child, output } = start({ ...process.env, IDENTITY_PORT: 'x', REGISTER_URL: 'y' });
  expect(await exitCode(child)).toBe(1);
  for (const name of ['PORT', 'ACCOUNTS', 'CLIENTS']) {
    expect(output.error).toContain(`IDENTITY_${name}`);
  }
  expect(output.error).toContain('REGISTER_URL');
});
