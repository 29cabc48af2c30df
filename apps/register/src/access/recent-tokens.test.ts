import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { registerLine, sendDelivery, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { createRecentTokens } from './recent-tokens.ts';

const noon = new Date('2026-11-23T12:00:00Z');
const at = (instant: Date) => Math.floor(instant.getTime() / 1_000);

test('a token is verified once, in each way, until it expires', async () => {
  let now = noon;
  const tokens = createRecentTokens(() => now);
  const verify = vi.fn(async () => ({ exp: at(noon) + 60 }));

  await tokens.claimsOf('holder', 'token', verify);
  await tokens.claimsOf('holder', 'token', verify);
  expect(verify).toHaveBeenCalledTimes(1);

  await tokens.claimsOf('institution', 'token', verify);
  await tokens.claimsOf('holder', 'another', verify);
  expect(verify).toHaveBeenCalledTimes(3);

  now = new Date(noon.getTime() + 60_000);
  const expired = tokens.claimsOf('holder', 'token', () => Promise.reject(new Error('expired')));
  await expect(expired).rejects.toThrow('expired');
});

test('a token that is not valid is looked at each time', async () => {
  const tokens = createRecentTokens(() => noon);
  const verify = vi.fn(() => Promise.reject(new Error('not valid')));

  await expect(tokens.claimsOf('holder', 'token', verify)).rejects.toThrow();
  await expect(tokens.claimsOf('holder', 'token', verify)).rejects.toThrow();
  expect(verify).toHaveBeenCalledTimes(2);
});

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

async function listWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await register.server.inject({ url: '/v1/diplomas', headers })).statusCode;
}

test('a known token is held to scopes and to its expiry at each request', async () => {
  const token = await register.tokens.holder(testBsn(1), { lifetime: 30 });
  expect(await listWith(token)).toBe(200);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const delivery = { method: 'POST', url: '/v1/deliveries', headers, payload: '{}' } as const;
  expect((await register.server.inject(delivery)).statusCode).toBe(401);

  register.clock.advance(31);
  expect(await listWith(token)).toBe(401);
});

test('a token that is valid as that of an institution is none of a holder for it', async () => {
  const bare = await register.tokens.bareHolder(testBsn(2), { scope: 'deliveries diplomas' });
  const headers = { authorization: `Bearer ${bare}`, 'content-type': 'application/x-ndjson' };
  await register.server.inject({ method: 'POST', url: '/v1/deliveries', headers, payload: '{}' });

  expect(await listWith(bare)).toBe(401);
});

test('a holder who is new is found as soon as there is something', async () => {
  const token = await register.tokens.holder(testBsn(3));
  expect(await listWith(token)).toBe(200);
  await sendDelivery(register, [registerLine('first', { bsn: testBsn(3) })]);

  const headers = { authorization: `Bearer ${token}` };
  const response = await register.server.inject({ url: '/v1/diplomas', headers });
  expect(response.json<{ items: object[] }>().items).toHaveLength(1);
});
