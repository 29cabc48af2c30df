import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceKeys } from '../keys/announced-keys.ts';
import { keyFilePath, readKeyFile, writeKeyFile } from '../keys/key-file.ts';
import { createKeyMaterial, type KeyMaterial } from '../keys/key-material.ts';
import { importKeys } from '../keys/keys.ts';
import { createLiveKeys } from '../keys/live-keys.ts';
import { openKeyMaterial } from '../keys/open-key-material.ts';
import { addSecret, addTokenKey } from '../keys/rotate.ts';
import { watchKeys } from '../keys/watch-keys.ts';
import { keyedTables } from '../reencryption/keyed-tables.ts';
import type { Store } from '../store/store.ts';
import { unpackDatabase } from '../test-support/kept-database.ts';
import { runInside } from '../test-support/run-inside.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { exitCodes } from './run.ts';

const now = () => new Date();
let data: string;
let folder: string;
let material: KeyMaterial;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'register-keys-'));
  folder = join(data, 'keys');
  material = await createKeyMaterial(now());
  await writeKeyFile(folder, material);
});
afterEach(() => rm(data, { recursive: true }));

const run = (...words: string[]) => runInside(words, { REGISTER_DATA: data });
const kept = async () => {
  const known = await readKeyFile(folder);
  if (known === undefined) throw new Error('The keys are gone.');
  return known;
};

describe('keys rotate', () => {
  test.each(['content', 'hash'] as const)(
    'adds a %s key that comes into use in a minute',
    async (kind) => {
      const { code, output } = await run('keys', 'rotate', kind);
      const [added, before] = (await kept())[kind];

      expect(code).toBe(exitCodes.done);
      expect(output).toContain(added.id);
      expect(before).toEqual(material[kind][0]);
      const lead = Date.parse(added.usedFrom ?? '') - Date.now();
      expect(lead).toBeGreaterThan(30_000);
      expect(lead).toBeLessThanOrEqual(60_000);
      expect((await stat(keyFilePath(folder))).mode & 0o777).toBe(0o600);
    },
  );

  test('adds a token key that comes into use in a minute, and can go an hour after that', async () => {
    const { output } = await run('keys', 'rotate', 'token');
    const [added, before] = (await kept()).tokenEncryption;
    expect(output).toContain(added.id);
    expect(before).toEqual(material.tokenEncryption[0]);

    const retire = (id = '') => run('keys', 'retire', id);
    expect((await retire(before?.id)).errors).toContain('is in use: rotate first');
    const usedFrom = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await writeKeyFile(folder, (await addTokenKey(material, usedFrom(59))).material);
    expect((await retire(before?.id)).errors).toContain('came into use a moment ago');
    const rotated = await addTokenKey(material, usedFrom(61));
    await writeKeyFile(folder, rotated.material);
    expect(await retire(before?.id)).toMatchObject({ code: exitCodes.done });
    expect((await kept()).tokenEncryption).toEqual([rotated.added]);
  });

  test('gives a new seal key of the same authority', async () => {
    expect(await run('keys', 'rotate', 'seal')).toMatchObject({ code: exitCodes.done });
    const { seal } = await kept();

    expect(seal.authority).toEqual(material.seal.authority);
    expect(seal.signer).not.toEqual(material.seal.signer);
  });

  test('loses no key of commands that run at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => run('keys', 'rotate', 'content')));
    const done = results.filter(({ code }) => code === exitCodes.done);
    const refused = results.filter(({ code }) => code !== exitCodes.done);

    const ids = (await kept()).content.map(({ id }) => id);
    expect(ids).toHaveLength(1 + done.length);
    for (const id of ids.slice(0, -1))
      expect(done.map(({ output }) => output).join()).toContain(id);
    for (const { errors } of refused) expect(errors).toContain('Another command changes the keys');
  });

  test.each([
    ['a kind that is none', ['bread'], 'KIND must be one of content, hash, token, seal'],
    ['a moment that has passed', ['hash', '--from', '2020-01-01T00:00:00Z'], '--from must be'],
    ['a moment that is none', ['hash', '--from', 'soon'], '--from must be'],
    ['a moment for a seal', ['seal', '--from', '2999-01-01T00:00:00Z'], '--from is for'],
  ])('refuses %s', async (_name, words, message) => {
    const { code, errors } = await run('keys', 'rotate', ...words);

    expect(code).toBe(exitCodes.calledWrongly);
    expect(errors).toContain(message);
    expect(await kept()).toEqual(material);
  });
});

test('keys list tells which key is in use, and never a secret', async () => {
  await run('keys', 'rotate', 'content');
  const { output } = await run('keys', 'list');
  const { content, hash } = await kept();

  expect(output).toMatch(new RegExp(`content +${content[0].id} +in use from`));
  expect(output).toMatch(new RegExp(`content +${content[1]?.id} +in use$`, 'm'));
  expect(output).toMatch(new RegExp(`hash +${hash[0].id} +in use$`, 'm'));
  expect(output).toMatch(new RegExp(`token +${material.tokenEncryption[0].id} +in use$`, 'm'));
  expect(output).not.toContain(material.tokenEncryption[0].privateKey.d);
  expect(output).toMatch(/seal +certificate [0-9A-F]+, until \d{4}-/);
  for (const { secret } of [...content, ...hash]) expect(output).not.toContain(secret);
});

describe('keys retire', () => {
  test('refuses a key that is in use, or was a moment ago, or is none', async () => {
    const { id } = material.hash[0];
    expect((await run('keys', 'retire', id)).errors).toContain('is in use: rotate first');
    await writeKeyFile(folder, addSecret(material, 'hash', now()).material);
    expect((await run('keys', 'retire', id)).errors).toContain('came into use a moment ago');
    expect((await run('keys', 'retire', 'cafe')).errors).toContain(
      'There is no content, hash or token key',
    );
  });

  test.each(['content', 'hash', 'token'] as const)(
    'refuses a %s key that is yet to come',
    async (kind) => {
      await run('keys', 'rotate', kind);
      const rotated = await kept();
      const [{ id, usedFrom }] = rotated[kind === 'token' ? 'tokenEncryption' : kind];

      expect(await run('keys', 'retire', id)).toMatchObject({
        code: exitCodes.failed,
        errors: `The ${kind} key ${id} comes into use at ${usedFrom}: it can go when another one has taken its place.`,
      });
      expect(await kept()).toEqual(rotated);
    },
  );
});

test('reencrypt puts all under the new keys, and those before can go', async () => {
  const before = new Date(Date.now() - 16 * 60_000);
  const rotated = addSecret(addSecret(material, 'hash', before).material, 'content', before);
  await writeKeyFile(folder, rotated.material);
  await unpackDatabase(join(data, 'database'));

  const { code, output } = await run('reencrypt');
  expect(code).toBe(exitCodes.done);
  for (const { name } of keyedTables) expect(output).toContain(`${name}: done, 0 rows made anew`);
  for (const kind of ['hash', 'content'] as const) {
    // While one command looks through the tables, another one adds a key.
    const both = [run('keys', 'retire', material[kind][0].id), run('keys', 'rotate', 'token')];
    expect((await Promise.all(both)).map((each) => each.code)).toEqual([0, 0]);
    expect((await kept())[kind]).toHaveLength(1);
  }
  expect((await kept()).tokenEncryption).toHaveLength(3);
}, 120_000);

test('reencrypt waits for a key that is yet to come', async () => {
  await run('keys', 'rotate', 'content');

  expect(await run('reencrypt')).toMatchObject({
    code: exitCodes.failed,
    errors: expect.stringContaining('wait for that'),
  });
});

test('keys of a file from before they could be rotated are those in use', async () => {
  const [hash] = material.hash;
  const [tokenEncryption] = material.tokenEncryption;
  await writeFile(keyFilePath(folder), JSON.stringify({ ...material, hash, tokenEncryption }));

  expect(await kept()).toEqual(material);
});

test('a command that needs keys says when there are none', async () => {
  await rm(folder, { recursive: true });

  expect((await run('keys', 'list')).errors).toContain('the first start makes them');
});

describe('the keys of a database', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
    await store.database
      .transaction()
      .execute((transaction) => announceKeys(transaction, material, now()));
  });
  afterEach(() => store.close());

  test('cannot be made anew, nor be others', async () => {
    const { database } = store;
    const empty = join(data, 'empty');

    await expect(openKeyMaterial(empty, database, now())).rejects.toThrow('put its keys there');
    await writeKeyFile(empty, await createKeyMaterial(now()));
    await expect(openKeyMaterial(empty, database, now())).rejects.toThrow(
      'Give this process the same keys.json',
    );
    expect(await openKeyMaterial(folder, database, now())).toEqual(material);
  });

  test('are taken up while the register runs, and are demanded once they are in use', async () => {
    const { database } = store;
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    let clock = Date.now();
    const options = { database, now: () => new Date(clock), warn };
    const elsewhere = join(data, 'elsewhere');
    await writeKeyFile(elsewhere, material);
    const here = await createLiveKeys(material, options.now);
    const watchHere = await watchKeys({ ...options, folder, liveKeys: here });
    const there = await createLiveKeys(material, options.now);
    const watchThere = await watchKeys({ ...options, folder: elsewhere, liveKeys: there });

    await run('keys', 'rotate', 'hash');
    await watchHere.look();
    await watchThere.look();
    expect([watchHere.isComplete(), watchThere.isComplete()]).toEqual([true, true]);
    clock = Date.now() + 61_000;
    await watchHere.look();
    await watchThere.look();
    const [added] = (await kept()).hash;
    expect(here.keys.hash.current().keyId).toBe(added.id);
    expect([watchHere.isComplete(), watchThere.isComplete()]).toEqual([true, false]);
    expect(warnings.join()).toContain(added.id);

    await writeFile(keyFilePath(elsewhere), await readFile(keyFilePath(folder)));
    await watchThere.look();
    expect(watchThere.isComplete()).toBe(true);
    watchHere.stop();
    watchThere.stop();
  });
});

test('a key file from before hash keys could be rotated is read', async () => {
  await writeFile(keyFilePath(folder), JSON.stringify({ ...material, hash: material.hash[0] }));

  expect(await kept()).toEqual(material);
  expect((await importKeys(await kept(), now)).hash.current().keyId).toBe(material.hash[0].id);
});
