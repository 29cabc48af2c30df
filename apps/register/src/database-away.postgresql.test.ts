import { Writable } from 'node:stream';
import type { Diploma } from '@diplomaregister/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOperations, type Operation, type OperationId } from './contract/operations.ts';
import { DatabaseAddress } from './store/database-address.ts';
import { openPostgresql } from './store/postgresql.ts';
import { diplomasOf } from './test-support/calls.ts';
import { type PostgresqlServer, startPostgresql } from './test-support/postgresql/server.ts';
import {
  callSample,
  createSampleCalls,
  operationOf,
  type SampleCall,
  sampleHolder,
  sampleToken,
} from './test-support/sample-calls.ts';
import { startRegister, type TestRegister } from './test-support/start-register.ts';

let postgresql: PostgresqlServer;
let register: TestRegister;
let samples: Readonly<Record<OperationId, SampleCall>>;
let diplomas: Diploma[];
let log = '';

beforeAll(async () => {
  postgresql = await startPostgresql();
  const primary = DatabaseAddress.parse(await postgresql.createDatabase('register'));
  if (primary === undefined) throw new Error('The address of the database is invalid.');
  register = await startRegister({
    store: await openPostgresql({ primary }),
    log: pino(
      new Writable({
        write(chunk, _encoding, done) {
          log += chunk;
          done();
        },
      }),
    ),
  });
  samples = await createSampleCalls(register);
  diplomas = await diplomasOf(register, sampleHolder);
});
afterAll(async () => {
  await register.close();
  await postgresql.remove();
});

/** What can be answered from memory. */
const needNoDatabase: ReadonlySet<OperationId> = new Set([
  'getCoverage',
  'getTrustAnchors',
  'getRevocationList',
  'listProgrammes',
]);

async function call(operation: Operation) {
  const token = await sampleToken(register, operation);
  return callSample(register, operation, samples[operation.id], token);
}

const ready = () => register.server.inject('/ready');
const health = () => register.server.inject('/health');

describe('while the database is away', () => {
  beforeAll(() => postgresql.stop());
  afterAll(() => postgresql.start());

  test.each(contractOperations.filter(({ id }) => !needNoDatabase.has(id)))(
    '$method $path is to be tried later',
    async (operation) => {
      const response = await call(operation);

      expect(response.statusCode).toBe(503);
      expect(response.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '5',
      });
      expect(response.json().type).toBe('urn:problem-type:diplomaregister:unavailable');
    },
  );

  test.each(contractOperations.filter(({ id }) => needNoDatabase.has(id)))(
    '$method $path is answered from memory',
    async (operation) => {
      expect((await call(operation)).statusCode).toBeLessThan(500);
    },
  );

  test('the register lives, and is not ready', async () => {
    expect((await health()).statusCode).toBe(200);
    expect((await ready()).statusCode).toBe(503);
  });
});

describe('when the database is back', () => {
  test('the register is ready without a restart', async () => {
    expect((await ready()).statusCode).toBe(200);
  });

  test.each(contractOperations)('$method $path is served', async (operation) => {
    expect((await call(operation)).statusCode).toBeLessThan(500);
  });

  test('all is there that was before', async () => {
    expect(await diplomasOf(register, sampleHolder)).toEqual(diplomas);
  });
});

test('a database that stops in the middle of it all never makes the register fail', async () => {
  const answers: number[] = [];
  let isDone = false;
  async function ask() {
    while (!isDone) answers.push((await call(operationOf('listDiplomas'))).statusCode);
  }
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  await postgresql.kill();
  await postgresql.start();
  isDone = true;
  await asking;

  expect(new Set(answers)).toEqual(new Set([200, 503]));
  expect((await ready()).statusCode).toBe(200);
});

test('no password reaches the log', () => {
  const { password } = new URL(postgresql.url('register'));

  expect(log).toContain('DatabaseUnavailableError');
  expect(log).not.toContain(password);
});
