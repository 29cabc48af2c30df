// How the register does with more and more diplomas: `pnpm bench:scale`.
// Fills one database on a PostgreSQL server of its own, through the register's own deliveries, and
// measures at each size on the way up. The last line is JSON. What was broken off can go on.
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfiguration } from '../src/configuration.ts';
import { openRegister } from '../src/open-register.ts';
import { createPopulation, type Population } from '../src/population/population.ts';
import {
  type PopulationTables,
  readPopulationTables,
} from '../src/population/population-tables.ts';
import { loadReference } from '../src/reference/reference.ts';
import { DatabaseAddress } from '../src/store/database-address.ts';
import { openPostgresql } from '../src/store/postgresql.ts';
import {
  type DatabaseServer,
  databaseVersion,
  startDatabaseServer,
  withClient,
} from './database-server.ts';
import { deliverPopulation } from './deliver.ts';
import { measureReading } from './measure.ts';
import { processorTime, processorTimeOfFamily } from './processor-time.ts';
import {
  type RegisterProcess,
  type RegisterProcessOptions,
  startRegisterProcess,
} from './register-process.ts';
import { type LoadState, memoryOf, newLoad, readState, writeState } from './run-state.ts';
import { summarise, writeTable } from './table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000,10000000' },
    folder: { type: 'string', default: join(tmpdir(), 'register-scale') },
    tables: { type: 'string', default: '../../../shared/data' },
    senders: { type: 'string', default: '3' },
    /** Writes what was measured into docs/scale.md. */
    write: { type: 'boolean', default: false },
    /** Only writes what was measured until now; a run may be going on in the folder. */
    table: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const folder = resolve(values.folder);
const say = (line: string) => console.error(line);

await mkdir(folder, { recursive: true });
const state = await readState(folder, sizes);
if (!values.table) {
  const server = await startDatabaseServer(folder);
  try {
    await run(server);
  } finally {
    await server.stop();
  }
}
const measured = Object.values(state.measured);
if (values.write || values.table) await writeTable(measured, databaseVersion());
console.log(JSON.stringify(summarise(measured, databaseVersion())));

async function run(database: DatabaseServer): Promise<void> {
  say(`${databaseVersion()}, in ${folder}`);
  const tables = await readPopulationTables(resolve(values.tables));
  await makeDatabase(database, tables);
  const databaseUrl = database.url('register');
  const withRegister = async <Result>(
    serves: RegisterProcessOptions['serves'],
    work: (process: RegisterProcess) => Promise<Result>,
  ): Promise<Result> => {
    const dataFolder = join(folder, 'data');
    const process = await startRegisterProcess({ databaseUrl, dataFolder, serves });
    try {
      return await work(process);
    } finally {
      await process.stop();
    }
  };
  let before = { diplomas: 0, people: 0 };
  for (const [at, diplomas] of sizes.entries()) {
    // Each step adds people with whole careers, so that a holder has as many at every size.
    const population = createPopulation(tables, {
      diplomas: diplomas - before.diplomas,
      seed: at + 1,
      firstPerson: before.people,
    });
    before = { diplomas, people: before.people + population.people };
    const load = await withRegister('deliveries', (process) =>
      deliver(database, process, population, diplomas),
    );
    if (state.measured[diplomas] !== undefined) continue;
    say(`${diplomas}: measuring`);
    const { copy, ...reading } = await withRegister('people', async (process) => {
      await using opened = await openRegister(
        parseConfiguration({
          DATABASE_URL: databaseUrl,
          REGISTER_DATA: join(folder, 'data'),
          REGISTER_URL: process.url,
        }),
        say,
      );
      return await measureReading({
        ...before,
        databaseUrl,
        folder: join(folder, 'postgresql'),
        process,
        register: opened.register,
      });
    });
    state.measured[diplomas] = {
      ...reading,
      linesPerSecond: { register: load.lines / load.seconds, copy },
      processor: {
        register: (load.processor.register / load.lines) * 1e6,
        database: (load.processor.database / load.lines) * 1e6,
      },
      memory: memoryOf(load),
    };
    await writeState(folder, state);
    say(`${diplomas}: ${JSON.stringify(state.measured[diplomas])}`);
  }
}

/** Makes the database with the reference data, unless an earlier run did. */
async function makeDatabase(database: DatabaseServer, { reference }: PopulationTables) {
  await withClient(database.url('postgres'), async (client) => {
    const { rowCount } = await client.query(`select from pg_database where datname = 'register'`);
    if (rowCount === 0) await client.query('create database register');
  });
  const primary = DatabaseAddress.parse(database.url('register'));
  if (primary === undefined) throw new Error('The address of the database is none.');
  const store = await openPostgresql({ primary });
  await loadReference(store.database, reference);
  await store.close();
}

/** Delivers a population, or what is left of it, and remembers how far it is. */
async function deliver(
  database: DatabaseServer,
  process: RegisterProcess,
  population: Population,
  size: number,
): Promise<LoadState> {
  const load = state.loads[size] ?? newLoad();
  state.loads[size] = load;
  if (load.finished) return load;
  const before = { lines: load.lines, seconds: load.seconds };
  const processor = () => ({
    register: processorTime(process.pid),
    database: processorTimeOfFamily(database.pid),
  });
  let spent = processor();
  const start = performance.now();
  let savedAt = start;

  function note(registered: number): void {
    load.lines += registered;
    load.seconds = before.seconds + (performance.now() - start) / 1_000;
    load.memory.push({ lines: load.lines, bytes: process.residentMemory() });
  }

  function countProcessor(): void {
    const now = processor();
    load.processor.register += now.register - spent.register;
    load.processor.database += now.database - spent.database;
    spent = now;
  }

  async function save(): Promise<void> {
    if (performance.now() - savedAt < 5_000) return;
    savedAt = performance.now();
    countProcessor();
    await writeState(folder, state);
    const rate = (load.lines - before.lines) / (load.seconds - before.seconds);
    const left = Math.round((population.diplomas - load.lines) / rate);
    const memory = Math.round(process.residentMemory() / 2 ** 20);
    say(
      `${size}: ${load.lines} of ${population.diplomas} lines, ${Math.round(rate)} a second, ${left} s to go, ${memory} MiB`,
    );
  }

  await deliverPopulation(process, population, {
    senders: Number(values.senders),
    done: new Set(load.done),
    async onPart({ registered }) {
      note(registered);
      await save();
    },
    onInstitution: (code) => load.done.push(code),
  });
  countProcessor();
  load.finished = true;
  await writeState(folder, state);
  return load;
}
