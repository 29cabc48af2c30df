import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseAddress } from '../store/database-address.ts';
import { openPGlite } from '../store/pglite.ts';
import { openPostgresql } from '../store/postgresql.ts';
import type { Store } from '../store/store.ts';
import {
  checkContent,
  createPart,
  type Part,
  send,
  sendAgain,
} from '../test-support/interrupted-deliveries.ts';
import { type IssuerServer, startIssuerServer } from '../test-support/issuer-server.ts';
import { unpackDatabase } from '../test-support/kept-database.ts';
import { type PostgresqlServer, startPostgresql } from '../test-support/postgresql/server.ts';
import { type RegisterProcess, startRegisterProcess } from '../test-support/register-process.ts';

/** How often each thing is killed: once in every run, more with `pnpm prove:durability`. */
const rounds = Number(process.env['DURABILITY_ROUNDS'] ?? 1);

const institutions = ['98AA', '98BB'] as const;
/** Milliseconds after the beginning of a round within which something is killed. */
const span = 700;

const url = 'http://register.test';
let folder: string;
let issuer: IssuerServer;
const running = new Set<RegisterProcess | PostgresqlServer>();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  issuer = await startIssuerServer();
});
afterEach(async () => {
  for (const each of running) await ('remove' in each ? each.remove() : each.kill());
  running.clear();
  await issuer.close();
  await rm(folder, { recursive: true, force: true });
});

/** A register whose parts can be killed. */
interface System {
  registerUrl(): string;
  crash(): Promise<void>;
  recover(): Promise<void>;
}

/**
 * Round after round, delivers for two institutions at once until something is killed, and then all
 * of it again.
 *
 * @returns all parts that were delivered.
 */
async function deliverAndCrash(system: System): Promise<Part[]> {
  const tokens = await issuer.issueFor(system.registerUrl(), `${url}/v1`);
  const parts: Part[] = [];
  const acknowledged = new Set<Part>();
  for (let round = 0; round < rounds; round += 1) {
    const sent: Part[] = [];
    let isCrashed = false;
    const sending = institutions.map(async (institution) => {
      for (let number = 0; !isCrashed; number += 1) {
        const part = createPart(institution, round, number);
        sent.push(part);
        const delivery = await send(system.registerUrl(), tokens, part);
        if (delivery !== undefined) acknowledged.add(part);
      }
    });
    await wait(randomInt(span));
    await system.crash();
    isCrashed = true;
    await Promise.all(sending);
    await system.recover();
    for (const part of sent) {
      await sendAgain(system.registerUrl(), tokens, part, acknowledged.has(part));
    }
    parts.push(...sent);
  }
  expect(parts.length, 'some parts were interrupted').toBeGreaterThan(acknowledged.size);
  return parts;
}

/** Starts PostgreSQL and a register on it. */
async function startOnPostgresql() {
  const server = await startPostgresql();
  running.add(server);
  const databaseUrl = await server.createDatabase('register');
  return { server, databaseUrl, register: await start({ DATABASE_URL: databaseUrl }) };
}

async function start(environment: Readonly<Record<string, string>> = {}): Promise<RegisterProcess> {
  const register = await startRegisterProcess({
    REGISTER_DATA: folder,
    REGISTER_URL: url,
    IDENTITY_URL: issuer.url,
    ...environment,
  });
  running.add(register);
  return register;
}

async function kill(register: RegisterProcess): Promise<void> {
  await register.kill();
  running.delete(register);
}

async function openDatabase(databaseUrl: string): Promise<Store> {
  const primary = DatabaseAddress.parse(databaseUrl);
  if (primary === undefined) throw new Error('The address of the database is invalid.');
  return openPostgresql({ primary });
}

const limit = 120_000 + rounds * 30_000;
const times = rounds === 1 ? '' : `, ${rounds} times`;

test(
  `kill -9 of PostgreSQL${times}, loses nothing that was acknowledged and doubles nothing`,
  async () => {
    const { databaseUrl, register, server } = await startOnPostgresql();
    const parts = await deliverAndCrash({
      registerUrl: () => register.url,
      crash: () => server.kill(),
      recover: () => server.start(),
    });
    const store = await openDatabase(databaseUrl);
    await checkContent(store.database, parts);
    await store.close();
  },
  limit,
);

test(
  `kill -9 of the register${times}, loses nothing that was acknowledged and doubles nothing`,
  async () => {
    const { databaseUrl, register: first } = await startOnPostgresql();
    let register = first;
    const parts = await deliverAndCrash({
      registerUrl: () => register.url,
      crash: () => kill(register),
      async recover() {
        register = await start({ DATABASE_URL: databaseUrl });
      },
    });
    const store = await openDatabase(databaseUrl);
    await checkContent(store.database, parts);
    await store.close();
  },
  limit,
);

test(
  `kill -9 of a register on PGlite${times}, loses nothing that was acknowledged and doubles nothing`,
  async () => {
    await unpackDatabase(join(folder, 'database'));
    let register = await start();
    const parts = await deliverAndCrash({
      registerUrl: () => register.url,
      crash: () => kill(register),
      async recover() {
        register = await start();
      },
    });
    await kill(register);
    const store = await openPGlite({ folder: join(folder, 'database') });
    await checkContent(store.database, parts);
    await store.close();
  },
  limit,
);
