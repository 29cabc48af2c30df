import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseAddress } from '../store/database-address.ts';
import { openPGlite } from '../store/pglite.ts';
import { openPostgresql } from '../store/postgresql.ts';
import type { Database, Store } from '../store/store.ts';
import { registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { type IssuerServer, startIssuerServer } from '../test-support/issuer-server.ts';
import { type PostgresqlServer, startPostgresql } from '../test-support/postgresql/server.ts';
import { type RegisterProcess, startRegisterProcess } from '../test-support/register-process.ts';
import type { TestIssuer } from '../test-support/tokens.ts';

/** How often each thing is killed: once in every run, more with `pnpm prove:durability`. */
const rounds = Number(process.env['DURABILITY_ROUNDS'] ?? 1);

const institutions = ['98AA', '98BB'] as const;
/** So many holders, of whom both institutions deliver diplomas at the same time. */
const holders = 500;
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

/** A part of a delivery, and what it comes to when it is taken for the first time. */
interface Part {
  readonly institution: string;
  readonly lines: readonly object[];
  readonly counts: Pick<Delivery, 'registered' | 'corrected' | 'withdrawn'>;
}

/** New records; the first part of a round also corrects and withdraws some of the round before. */
function createPart(institution: string, round: number, number: number): Part {
  const recordId = (at: number, of = round) => `${institution}-${of}-${number}-${at}`;
  const register = (id: string, at: number, familyName: string) =>
    registerLine(
      id,
      { bsn: testBsn((number * 100 + at) % holders), familyName },
      { institution, awardedOn: '2023-07-06' },
    );
  const created = range(0, 100).map((at) => register(recordId(at), at, 'Eerst'));
  if (number > 0 || round === 0) {
    return { institution, lines: created, counts: { registered: 100, corrected: 0, withdrawn: 0 } };
  }
  const corrected = range(0, 20).map((at) => register(recordId(at, round - 1), at, 'Verbeterd'));
  const withdrawn = range(20, 30).map((at) => withdrawLine(recordId(at, round - 1)));
  return {
    institution,
    lines: [...created, ...corrected, ...withdrawn],
    counts: { registered: 100, corrected: 20, withdrawn: 10 },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

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
        const delivery = await send(system, tokens, part);
        if (delivery !== undefined) acknowledged.add(part);
      }
    });
    await wait(randomInt(span));
    await system.crash();
    isCrashed = true;
    await Promise.all(sending);
    await system.recover();
    for (const part of sent) await sendAgain(system, tokens, part, acknowledged.has(part));
    parts.push(...sent);
  }
  expect(parts.length, 'some parts were interrupted').toBeGreaterThan(acknowledged.size);
  return parts;
}

/** What was acknowledged is there; anything else is there as a whole, or not at all. */
async function sendAgain(
  system: System,
  tokens: TestIssuer,
  part: Part,
  isAcknowledged: boolean,
): Promise<void> {
  const delivery = await send(system, tokens, part);
  const nothing = { registered: 0, corrected: 0, withdrawn: 0, unchanged: part.lines.length };
  const everything = { ...part.counts, unchanged: 0 };
  const isThere = isAcknowledged || delivery?.unchanged !== 0;
  expect(delivery).toMatchObject({ ...(isThere ? nothing : everything), rejected: 0 });
}

/** Gives what the register acknowledged, if it did. */
async function send(
  system: System,
  tokens: TestIssuer,
  { institution, lines }: Part,
): Promise<Delivery | undefined> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${system.registerUrl()}/v1/deliveries`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokens.institution(institution)}`,
        'content-type': 'application/x-ndjson',
      },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    text = await response.text();
  } catch {
    return undefined;
  }
  if (response.status === 503) return undefined;
  expect({ status: response.status, text }).toMatchObject({ status: 201 });
  return JSON.parse(text) as Delivery;
}

/** Holds what is in the database in the end against what was delivered. */
async function checkContent(database: Database, parts: readonly Part[]): Promise<void> {
  const sum = (name: keyof Part['counts']) =>
    parts.reduce((total, { counts }) => total + counts[name], 0);
  const versions = sum('registered') + sum('corrected');
  const { rows } = await sql`
    select
      (select count(*) from records) as records,
      (select count(*) from diploma_versions) as versions,
      (select count(*) from diploma_versions where is_current) as current,
      (select count(*) from diploma_versions where is_current and standing = 'withdrawn') as withdrawn,
      (select count(distinct (status_list, status_index)) from diploma_versions) as places,
      (select sum(change) from diploma_counts) as counted
  `.execute(database);
  expect(rows).toEqual([
    {
      records: sum('registered'),
      versions,
      current: sum('registered'),
      withdrawn: sum('withdrawn'),
      places: versions,
      counted: sum('registered') - sum('withdrawn'),
    },
  ]);
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
