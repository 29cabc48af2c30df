import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegister, type TestRegister } from './test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

test('tells the version of the contract on every response, also where nothing is', async () => {
  const response = await register.server.inject('/v1/nothing');

  expect(response.statusCode).toBe(404);
  expect(response.headers['api-version']).toBe('1.0.0');
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(response.json()).toMatchObject({
    type: 'urn:problem-type:diplomaregister:not-found',
    status: 404,
    instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
  });
});
