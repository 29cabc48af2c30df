import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeyFile, writeKeyFile } from '../keys/key-file.ts';
import type { KeyMaterial } from '../keys/key-material.ts';
import { addSecret } from '../keys/rotate.ts';
import { openPostgresql } from '../store/postgresql.ts';
import type { Store } from '../store/store.ts';
import {
  checkContent,
  createPart,
  send,
  sendAgain,
} from '../test-support/interrupted-deliveries.ts';
import { type IssuerServer, startIssuerServer } from '../test-support/issuer-server.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/postgresql/test-database.ts';
import { startCommand, startRegisterProcess } from '../test-support/register-process.ts';
import { tablesUnderKey } from './key-uses.ts';

const url = 'http://register.test';
/** So many times the command is killed, each time when it has made rows anew. */
const kills = 2;

let folder: string;
let database: TestDatabase;
let issuer: IssuerServer;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  const created = await createTestDatabase();
  if (created === undefined) throw new Error('This test needs a PostgreSQL server.');
  database = created;
  issuer = await startIssuerServer();
  store = await openPostgresql({ primary: database.address });
});
afterEach(async () => {
  await store.close();
  await issuer.close();
  await database.remove();
  await rm(folder, { recursive: true });
});

function environment(): Record<string, string> {
  const [databaseUrl = ''] = database.address.connections();
  return {
    DATABASE_URL: databaseUrl,
    REGISTER_DATA: folder,
    REGISTER_URL: url,
    IDENTITY_URL: issuer.url,
  };
}

/** Runs a register for as long as `work` needs it. */
async function withRegister(work: (registerUrl: string) => Promise<void>): Promise<void> {
  const register = await startRegisterProcess(environment());
  try {
    await work(register.url);
  } finally {
    await register.kill();
  }
}

/** Brings new keys of both kinds into use, an hour ago, and gives the keys as they were before. */
async function rotateKeys(): Promise<KeyMaterial> {
  const keyFolder = join(folder, 'keys');
  const before = await readKeyFile(keyFolder);
  if (before === undefined) throw new Error('The keys are gone.');
  const usedFrom = new Date(Date.now() - 60 * 60_000);
  const { material } = addSecret(before, 'hash', usedFrom);
  await writeKeyFile(keyFolder, addSecret(material, 'content', usedFrom).material);
  return before;
}

/** Rows that are under the new keys, of both kinds. */
async function countRenewed(before: KeyMaterial): Promise<number> {
  const { rows } = await sql<{ renewed: number }>`
    select (
      (select count(*) from holders where hash_key_id <> ${before.hash[0].id}) +
      (select count(*) from diploma_versions where content_key_id <> ${before.content[0].id})
    )::integer as renewed
  `.execute(store.database);
  return rows[0]?.renewed ?? 0;
}

test('kill -9 in the middle of re-encryption loses nothing, and the next run goes on', async () => {
  const parts = Array.from({ length: 8 }, (_, number) => createPart('98AA', 0, number));
  await withRegister(async (registerUrl) => {
    const tokens = await issuer.issueFor(registerUrl, `${url}/v1`);
    for (const part of parts) await send(registerUrl, tokens, part);
  });
  const before = await rotateKeys();
  const old = { hash: before.hash[0].id, content: before.content[0].id };

  let renewed = 0;
  for (let round = 0; round < kills; round += 1) {
    const command = startCommand(['reencrypt', '--batch-size', '5'], environment());
    const goal = renewed + 100;
    while (renewed < goal) {
      await wait(5);
      renewed = await countRenewed(before);
    }
    command.kill();
    expect(await command.ended).toBeNull();
  }
  const uses = async () => [
    ...(await tablesUnderKey(store.database, 'hash', old.hash)),
    ...(await tablesUnderKey(store.database, 'content', old.content)),
  ];
  expect(await uses()).toContain('diploma_versions');

  expect(await startCommand(['reencrypt'], environment()).ended).toBe(0);
  expect(await uses()).toEqual([]);
  for (const id of Object.values(old)) {
    expect(await startCommand(['keys', 'retire', id], environment()).ended).toBe(0);
  }
  await withRegister(async (registerUrl) => {
    const tokens = await issuer.issueFor(registerUrl, `${url}/v1`);
    for (const part of parts) await sendAgain(registerUrl, tokens, part, true);
  });
  await checkContent(store.database, parts);
}, 120_000);
