import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { elementRoutes } from './routes.ts';

const url = 'https://register.example';
const code = 'export const element = "é";';
const folder = mkdtempSync(join(tmpdir(), 'elements-'));
let register: TestRegister;

beforeAll(async () => {
  for (const version of ['1.0.0', '1.1.0-rc.1', 'latest']) {
    mkdirSync(join(folder, version));
    writeFileSync(join(folder, version, 'diploma-verify.js'), `${code} // ${version}`);
  }
  writeFileSync(join(folder, '1.0.0', 'notes.txt'), 'not for others');
  register = await startRegister({ configuration: { elementsFolder: folder } });
});

afterAll(async () => {
  await register.close();
  rmSync(folder, { recursive: true });
});

test('tells the address and the integrity hash of each version', async () => {
  const answer = await register.server.inject('/elements');
  const items = ['1.0.0', '1.1.0-rc.1'].map((version) => ({
    version,
    address: `${url}/elements/${version}/diploma-verify.js`,
    integrity: `sha384-${createHash('sha384').update(`${code} // ${version}`).digest('base64')}`,
  }));
  expect(answer.json()).toEqual({ items });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
});

test('serves a file to pages of every site, and for good', async () => {
  const { body, headers, statusCode } = await register.server.inject(
    '/elements/1.0.0/diploma-verify.js',
  );
  expect([statusCode, body]).toEqual([200, `${code} // 1.0.0`]);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
  });
});

test.each([
  '/elements/latest/diploma-verify.js',
  '/elements/1.0.0/notes.txt',
  '/elements/1.0.0/diploma-list.js',
  '/elements/1.0.0/..%2f1.0.0%2fnotes.txt',
])('serves nothing else: %s', async (path) => {
  expect((await register.server.inject(path)).statusCode).toBe(404);
});

test('does not begin with a folder in which no element is', async () => {
  const broken = Fastify().register(elementRoutes, { folder: join(folder, '1.0.0'), url });
  await expect(broken.ready()).rejects.toThrow('ELEMENTS_FOLDER: no VERSION/diploma-….js is in');
});
