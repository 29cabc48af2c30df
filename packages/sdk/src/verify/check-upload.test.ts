import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeAll, expect, it } from 'vitest';
import { createServer } from '../../examples/check-upload.ts';

const folder = join(import.meta.dirname, '../..');

let register: MockRegister;

beforeAll(async () => {
  register = await createMockRegister();
});

async function upload(content: Blob | string, type = 'application/pdf') {
  const { anchors, fetch } = register;
  await using server = createServer({ register: register.url, anchors, fetch });
  const payload = Buffer.from(await new Blob([content]).arrayBuffer());
  const headers = { 'content-type': type };
  const url = '/applications/diploma';
  const response = await server.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, body: response.json() };
}

it('the example of the README takes what is genuine', async () => {
  expect(await upload(register.extracts.dutch)).toEqual({
    status: 200,
    body: { diplomas: [exampleDiplomas.vwo.programme.name] },
  });
});

it('and refuses what is not, without a word against what it could not check', async () => {
  expect(await upload('%PDF-1.7')).toEqual({ status: 422, body: { outcome: 'not-an-extract' } });
  expect(await upload('{}', 'text/html')).toMatchObject({ status: 415 });
  expect(await upload(' '.repeat(2 * 1024 * 1024))).toMatchObject({ status: 413 });
  register.scenario = 'down';
  expect(await upload(register.extracts.dutch)).toMatchObject({ status: 503 });
});

it('and is the one of the README', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(readme).toContain(readFileSync(join(folder, 'examples/check-upload.ts'), 'utf8'));
});
