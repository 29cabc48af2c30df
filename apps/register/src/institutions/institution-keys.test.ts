import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../reference/reference.ts';
import { testReferenceSet } from '../test-support/reference-set.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { addInstitutionKey, removeInstitutionKey } from './institution-keys.ts';
import { readPublicKey } from './public-key.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
const published = (code: string) => register.server.inject(`/institution-keys/${code}`);

test('the keys of an institution are published, and nothing before there are any', async () => {
  const { database } = register.register;
  const key = await readPublicKey(pem);
  expect((await published('98AA')).json()).toEqual({ keys: [] });

  await addInstitutionKey(database, '98AA', key, register.clock.now());
  await addInstitutionKey(database, '98AA', await readPublicKey(jwk), register.clock.now());
  const response = await published('98AA');
  expect(response.json()).toEqual({ keys: [key] });
  expect(response.headers['cache-control']).toBe('public, max-age=60');
  expect((await published('98CC')).json()).toEqual({ keys: [] });
  for (const unknown of ['00XX', '98aa', '%00', 'a%20b']) {
    expect((await published(unknown)).statusCode).toBe(404);
  }

  expect(await removeInstitutionKey(database, '98CC', key.kid)).toBe(false);
  expect(await removeInstitutionKey(database, '98AA', key.kid)).toBe(true);
  expect((await published('98AA')).json()).toEqual({ keys: [] });
});

test('a key that was removed is published no more, also when a replica still has it', async () => {
  const replica = await openTestStore();
  const primary = await openTestStore();
  const store = {
    ...primary,
    readDatabase: replica.database,
    async close() {
      await primary.close();
      await replica.close();
    },
  };
  await using behind = await startRegister({ store });
  await loadReference(replica.database, testReferenceSet);
  await addInstitutionKey(replica.database, '98AA', await readPublicKey(pem), new Date());

  const response = await behind.server.inject('/institution-keys/98AA');
  expect(response.json()).toEqual({ keys: [] });
});

describe('a file with a key', () => {
  test('is read in PEM and as a JWK, and gives the same key', async () => {
    const key = await readPublicKey(pem);

    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' });
    expect(key.kid).toMatch(/^[\w-]{43}$/);
    expect(await readPublicKey(jwk)).toEqual(key);
  });

  const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  test.each([
    ['that is private', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 'private'],
    ['that is a private JWK', JSON.stringify(privateKey.export({ format: 'jwk' })), 'private'],
    ['of another kind', rsa.export({ format: 'pem', type: 'spki' }).toString(), 'P-256'],
    ['that is none', 'bread', 'no public key'],
    ['that is half a JWK', '{"kty":"EC"}', 'no public key'],
  ])('%s is refused', async (_name, text, message) => {
    await expect(readPublicKey(text)).rejects.toThrow(message);
  });
});
