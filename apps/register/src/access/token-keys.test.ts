import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTokenKey, removeTokenKey } from '../keys/rotate.ts';
import { testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const bsn = testBsn(1);

async function publishedKey(): Promise<JWK> {
  const response = await register.server.inject({ url: '/.well-known/jwks.json' });
  const { keys } = response.json<{ readonly keys: readonly [JWK] }>();
  expect(keys).toHaveLength(1);
  return keys[0];
}

/** A holder's token, encrypted to a key of the register, which it names or not. */
async function tokenFor(key: JWK, kid: string | undefined = key.kid): Promise<string> {
  const token = await register.tokens.bareHolder(bsn);
  return new CompactEncrypt(new TextEncoder().encode(token))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWT', ...(kid && { kid }) })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}

async function answerTo(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await register.server.inject({ url: '/v1/diplomas', headers })).statusCode;
}

test('tokens move to a new key at its moment; those under the one before end with it', async () => {
  const before = await publishedKey();
  const { clock, liveKeys } = register;
  const usedFrom = new Date(clock.now().getTime() + 60_000);
  const { added, material } = await addTokenKey(liveKeys.material(), usedFrom);
  await liveKeys.replace(material);
  expect(await publishedKey()).toEqual(before);

  clock.advance(60);
  const after = await publishedKey();
  expect(after.kid).toBe(added.id);
  expect(after).not.toHaveProperty('d');
  expect(await answerTo(await tokenFor(after))).toBe(200);
  expect(await answerTo(await tokenFor(before))).toBe(200);
  // A token that names no key is opened with the one in use.
  expect(await answerTo(await tokenFor(after, ''))).toBe(200);
  expect(await answerTo(await tokenFor(before, ''))).toBe(401);
  expect(await answerTo(await tokenFor(after, 'unknown'))).toBe(401);

  await liveKeys.replace(removeTokenKey(liveKeys.material(), before.kid ?? ''));
  expect(await answerTo(await tokenFor(after))).toBe(200);
  expect(await answerTo(await tokenFor(before))).toBe(401);
});
