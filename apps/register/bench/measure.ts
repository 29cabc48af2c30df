import { createHash } from 'node:crypto';
import { loadavg } from 'node:os';
import type { NewShare } from '@diplomaregister/contract';
import { type Bsn, isBsn } from '../src/access/bsn.ts';
import { listCurrentDiplomas } from '../src/diplomas/list-diplomas.ts';
import { issueExtract } from '../src/extracts/issue-extract.ts';
import type { HolderId } from '../src/holders/holder-id.ts';
import { findHolder } from '../src/holders/holders.ts';
import { bsnOfNobody } from '../src/population/bsn-of-nobody.ts';
import { Dice } from '../src/population/dice.ts';
import type { Register } from '../src/register.ts';
import { createShare } from '../src/shares/create-share.ts';
import { verifyExtract } from '../src/verifications/verify-extract.ts';
import { verifyShare } from '../src/verifications/verify-share.ts';
import { measureCopy } from './copy-rate.ts';
import { withClient } from './database-server.ts';
import { type Latency, timeLatency } from './percentiles.ts';
import type { RegisterProcess } from './register-process.ts';
import { compareRates, type Rates, startBareServer } from './requests-per-second.ts';

/** What was measured with a number of diplomas in the database. */
export interface Measurements {
  readonly diplomas: number;
  readonly people: number;
  readonly bytesOnDisk: number;
  readonly linesPerSecond: { readonly register: number; readonly copy: number };
  /** Microseconds of processor time for each delivered line. */
  readonly processor: { readonly register: number; readonly database: number };
  /** Processes that wanted the processor while this was measured, those of the benchmark too. */
  readonly busyProcesses: number;
  /** Milliseconds. */
  readonly list: Latency;
  readonly listOverHttp: Latency;
  readonly shareCheck: Latency;
  readonly extractCheck: Latency;
  readonly listsPerSecond: Rates;
  /** Bytes of the register process while it took the deliveries, and per million lines more. */
  readonly memory: { readonly most: number; readonly growth: number };
}

export interface Measured {
  readonly register: Register;
  readonly process: RegisterProcess;
  readonly databaseUrl: string;
  /** A folder that the database server can write to. */
  readonly folder: string;
  readonly diplomas: number;
  /** People in the database are numbered from 0. */
  readonly people: number;
}

/** How many people are asked about; they are drawn from all, by lot. */
const sampleSize = 1_000;

/** Measures reading, while nothing is delivered. */
export async function measureReading({
  databaseUrl,
  diplomas,
  folder,
  people,
  process,
  register,
}: Measured): Promise<
  Omit<Measurements, 'linesPerSecond' | 'memory' | 'processor'> & { readonly copy: number }
> {
  const copy = await withClient(databaseUrl, async (client) => {
    await client.query('analyze');
    const rate = await measureCopy(client, { diplomas, folder, people });
    // So that what was written until now is not being written while reading is measured.
    await client.query('checkpoint');
    return rate;
  });
  const bytesOnDisk = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query('select pg_database_size(current_database()) as size');
    return Number(rows[0].size);
  });
  const sample = drawPeople(people);
  const holders = await Promise.all(sample.map((bsn) => findHolder(register, bsn)));
  const each = <Item>(items: readonly Item[], turn: number): Item => {
    const item = items[turn % items.length];
    if (item === undefined) throw new Error('There is nobody to ask about.');
    return item;
  };
  const list = await timeLatency(
    async (turn) => {
      const { items } = await listCurrentDiplomas(register, each(holders, turn), {});
      if (items.length === 0) throw new Error('Somebody has no diplomas.');
    },
    { warmUp: 2 * sampleSize, rounds: 5, times: sampleSize },
  );
  const shares = await createShares(register, holders.slice(0, 200));
  const shareCheck = await timeLatency(
    async (turn) => {
      const { code, pin } = each(shares, turn);
      const { outcome } = await verifyShare(register, { shareCode: code, pin });
      if (outcome !== 'genuine') throw new Error(`A share is ${outcome}.`);
    },
    { warmUp: 200, rounds: 5, times: 400 },
  );
  const extracts = await issueExtracts(register, holders.slice(0, 100));
  const extractCheck = await timeLatency(
    async (turn) => {
      const { outcome } = await verifyExtract(register, each(extracts, turn));
      if (outcome !== 'genuine') throw new Error(`An extract is ${outcome}.`);
    },
    { warmUp: 200, rounds: 5, times: 400 },
  );
  const tokens = await Promise.all(sample.map((bsn) => process.tokens.holder(bsn)));
  const listOverHttp = await timeLatency(
    async (turn) => {
      const headers = { authorization: `Bearer ${each(tokens, turn)}` };
      const response = await fetch(`${process.url}/v1/diplomas`, { headers });
      if (!response.ok) throw new Error(`The list was refused: ${response.status}`);
      await response.arrayBuffer();
    },
    { warmUp: 2 * sampleSize, rounds: 5, times: sampleSize },
  );
  const bare = await startBareServer(databaseUrl);
  const listsPerSecond = await compareRates(
    {
      register: {
        url: `${process.url}/v1/diplomas`,
        headers: tokens.map((token) => ({ authorization: `Bearer ${token}` })),
      },
      bare: { url: bare.url, headers: holders.map((id) => ({ 'holder-id': id })) },
    },
    { rounds: 5, seconds: 4 },
  );
  await bare.stop();
  return {
    diplomas,
    people,
    bytesOnDisk,
    copy,
    busyProcesses: loadavg()[1] ?? Number.NaN,
    list,
    listOverHttp,
    shareCheck,
    extractCheck,
    listsPerSecond,
  };
}

/** People drawn by lot, always the same for the same number of people. */
function drawPeople(people: number): Bsn[] {
  const dice = new Dice();
  return Array.from({ length: sampleSize }, (_, at) => {
    const bsn = bsnOfNobody(dice.start(people, at).below(people));
    if (!isBsn(bsn)) throw new Error('A made-up BSN is none.');
    return bsn;
  });
}

async function diplomaIdsOf(register: Register, holder: HolderId): Promise<string[]> {
  const { items } = await listCurrentDiplomas(register, holder, {});
  return items.map(({ id }) => id);
}

function createShares(register: Register, holders: readonly HolderId[]): Promise<NewShare[]> {
  const expiresOn = new Date(Date.now() + 30 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  return Promise.all(
    holders.map(async (holderId) =>
      createShare(
        register,
        { holderId },
        {
          diplomaIds: await diplomaIdsOf(register, holderId),
          expiresOn,
          marks: true,
        },
        async (_transaction, created) => created,
      ),
    ),
  );
}

async function issueExtracts(register: Register, holders: readonly HolderId[]) {
  const issued: { extractNumber: string; sha256: string }[] = [];
  for (const holderId of holders) {
    const diplomaIds = await diplomaIdsOf(register, holderId);
    const { file, number } = await issueExtract(
      register,
      { holderId },
      { diplomaIds, language: 'nl' },
      async (_transaction, extract) => extract,
    );
    const sha256 = createHash('sha256').update(file).digest('hex');
    issued.push({ extractNumber: number, sha256 });
  }
  return issued;
}
