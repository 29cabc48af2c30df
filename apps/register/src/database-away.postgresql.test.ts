import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOperations, type Operation, type OperationId } from './contract/operations.ts';
import { DatabaseAddress } from './store/database-address.ts';
import { openPostgresql } from './store/postgresql.ts';
import { diplomasOf } from './test-support/calls.ts';
import { deliver, registerLine, testBsn } from './test-support/deliver.ts';
import { type PostgresqlServer, startPostgresql } from './test-support/postgresql/server.ts';
import { startRegister, type TestRegister } from './test-support/start-register.ts';

const bsn = testBsn(1);
let postgresql: PostgresqlServer;
let register: TestRegister;
let diplomaId: string;
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
  await deliver(register, [registerLine('one', { bsn })]);
  const [diploma] = await diplomasOf(register, bsn);
  diplomaId = diploma?.id ?? '';
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

/** A good body for each operation that has one. */
const bodies = (): Partial<Record<OperationId, string>> => ({
  createVerification: JSON.stringify({ shareCode: '0000-0000-0000-0000-0000', pin: '000000' }),
  createExtract: JSON.stringify({ diplomaIds: [diplomaId], language: 'nl' }),
  createShare: JSON.stringify({ diplomaIds: [diplomaId], expiresOn: '2026-12-31', marks: false }),
  createDelivery: JSON.stringify(registerLine('two', { bsn: testBsn(2) })),
});

async function call({ id, method, path, requestTypes, security }: Operation) {
  const token =
    security.scheme === 'holder'
      ? await register.tokens.holder(bsn)
      : await register.tokens.institution('98AA');
  const [requestType] = requestTypes;
  return register.server.inject({
    method: method as 'GET',
    url: `/v1${path.replace('{listId}', '0').replace('{keyId}', '0123456789').replace('{id}', diplomaId)}`,
    headers: {
      ...(security.scheme !== 'anyone' && { authorization: `Bearer ${token}` }),
      ...(requestType !== undefined && { 'content-type': requestType }),
      'idempotency-key': randomUUID(),
    },
    ...(requestType !== undefined && { payload: bodies()[id] ?? '{}' }),
  });
}

function operationOf(id: OperationId): Operation {
  const operation = contractOperations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`There is no ${id}.`);
  return operation;
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
    expect(await diplomasOf(register, bsn)).toMatchObject([{ id: diplomaId }]);
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
