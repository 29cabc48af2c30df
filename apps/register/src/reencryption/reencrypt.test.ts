import type { NewShare } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSecret, removeSecret, type SecretKind } from '../keys/rotate.ts';
import { diplomasOf, getAsHolder, rejectionsOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { diplomaVersions } from './diploma-versions.ts';
import { tablesUnderKey } from './key-uses.ts';
import type { KeyedTable } from './keyed-table.ts';
import { keyedTables, shortLivedTables } from './keyed-tables.ts';
import { type ReencryptionProgress, reencrypt } from './reencrypt.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await startRegister();
});
afterEach(() => register.close());

const bsn = testBsn(1);
const line = registerLine('one', { bsn });
const { bsn: _none, ...nobody } = registerLine('no-bsn').holder;
const lineWithoutBsn = { ...registerLine('no-bsn'), holder: nobody };
const gone = [registerLine('gone', { bsn: testBsn(2) }), withdrawLine('gone')];
const lines = [line, lineWithoutBsn, ...gone];

/** Brings a new key into use, and gives the one before. */
async function rotate(kind: SecretKind): Promise<string> {
  const before = register.liveKeys.material()[kind][0].id;
  const usedFrom = new Date(register.clock.now().getTime() + 1_000);
  await register.liveKeys.replace(addSecret(register.liveKeys.material(), kind, usedFrom).material);
  register.clock.advance(1);
  return before;
}

async function takeOut(kind: SecretKind, id: string) {
  await register.liveKeys.replace(removeSecret(register.liveKeys.material(), kind, id));
}

function reencryptAll(tables: readonly KeyedTable[] = keyedTables, batchSize = 2) {
  const { database, keys } = register.register;
  return reencrypt({ database, keys, tables, batchSize });
}

const uses = (kind: SecretKind, id: string) => tablesUnderKey(register.register.database, kind, id);

/** Shares the diploma with somebody who is named. */
async function shareOne(): Promise<NewShare> {
  const [diploma] = await diplomasOf(register, bsn);
  if (diploma === undefined) throw new Error('The diploma is missing.');
  return share(register, bsn, { diplomaIds: [diploma.id], receiver: 'Bakkerij Zonderling' });
}

async function itemsOf(url: string): Promise<{ receiver?: string }[]> {
  const response = await getAsHolder(register, bsn, url);
  return response.json<{ items: { receiver?: string }[] }>().items;
}

const receivers = async () => (await itemsOf('/v1/shares')).map(({ receiver }) => receiver);
/** What is there after the share was opened, and something asked. */
const opened = expect.arrayContaining([
  expect.objectContaining({ receiver: 'Bakkerij Zonderling' }),
]);
const asked = [{ text: 'Zonderling ontbreekt.' }];

test('every column that names a key is of a table in the list', async () => {
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = current_schema() and column_name like '%key\_id'
  `.execute(register.register.database);
  const listed = keyedTables.flatMap(({ keyColumns, name }) =>
    keyColumns.map((column) => `${name}.${column.name}`),
  );
  const shortLived = shortLivedTables.map((name) => `${name}.content_key_id`);

  expect(rows.map(({ place }) => place).sort()).toEqual([...listed, ...shortLived].sort());
});

describe('a new key', () => {
  let shared: NewShare;
  let deliveryId: string;
  beforeEach(async () => {
    const delivery = await deliver(register, [...lines, { action: 'dance' }]);
    deliveryId = delivery.id;
    shared = await shareOne();
    await verifyShare(register, shared);
    const request = { reason: 'missing', institution: '98CC', text: 'Zonderling ontbreekt.' };
    await postAsHolder(register, bsn, '/v1/correction-requests', request);
  });

  test.each(['content', 'hash'] as const)('of kind %s leaves all as it was', async (kind) => {
    await rotate(kind);

    expect(await deliver(register, lines)).toMatchObject({ unchanged: 4 });
    expect(await diplomasOf(register, bsn)).toMatchObject([{ version: 1 }]);
    expect(await receivers()).toContain('Bakkerij Zonderling');
    expect(await itemsOf('/v1/access-records')).toEqual(opened);
    expect(await itemsOf('/v1/correction-requests')).toMatchObject(asked);
    expect(await verifyShare(register, shared)).toMatchObject({ outcome: 'genuine' });
    expect(await rejectionsOf(register, deliveryId)).toHaveLength(1);
  });

  test('takes over all that was under the one before, which then can go', async () => {
    const content = await rotate('content');
    const hash = await rotate('hash');
    expect(await uses('content', content)).toEqual(keyedTables.map(({ name }) => name));

    for (const { kept, renewed, isDone } of await reencryptAll()) {
      expect({ kept, isDone }).toEqual({ kept: 0, isDone: true });
      expect(renewed).toBeGreaterThan(0);
    }
    expect(await uses('content', content)).toEqual([]);
    expect(await uses('hash', hash)).toEqual(['shares']);
    expect(await verifyShare(register, shared)).toMatchObject({ outcome: 'genuine' });

    await takeOut('content', content);
    await takeOut('hash', hash);
    expect(await diplomasOf(register, bsn)).toMatchObject([{ version: 1 }]);
    expect(await receivers()).toContain('Bakkerij Zonderling');
    expect(await itemsOf('/v1/access-records')).toEqual(opened);
    expect(await itemsOf('/v1/correction-requests')).toMatchObject(asked);
    expect(await deliver(register, lines)).toMatchObject({ unchanged: 4 });
    expect(await rejectionsOf(register, deliveryId)).toHaveLength(1);
    // Nobody can make the hash of a PIN anew: such a share opens no more.
    expect(await verifyShare(register, shared)).toMatchObject({ outcome: 'pin-wrong' });
  });

  test('takes over what is left when it was broken off', async () => {
    const content = await rotate('content');
    const [first, ...others] = keyedTables;
    const brokenOff = others.map((table) => ({
      ...table,
      renew: () => Promise.reject(new Error('The power failed.')),
    }));
    await expect(reencryptAll([...(first ? [first] : []), ...brokenOff])).rejects.toThrow('power');
    expect(await uses('content', content)).not.toContain('holders');
    expect(await uses('content', content)).toContain('diploma_versions');

    await reencryptAll();
    expect(await uses('content', content)).toEqual([]);
    expect((await reencryptAll()).map(({ renewed }) => renewed)).toEqual(keyedTables.map(() => 0));
  });

  test('is looked for batch by batch in what is done too, so that no statement takes long', async () => {
    const { database, keys } = register.register;
    await rotate('content');
    await reencryptAll();
    await deliver(register, [registerLine('two', { bsn }), registerLine('three', { bsn })]);
    const batches: string[] = [];
    const onProgress = ({ isDone, table }: ReencryptionProgress) => {
      if (!isDone) batches.push(table);
    };

    await reencrypt({ database, keys, tables: [diplomaVersions], batchSize: 2, onProgress });
    // Four rows, and the end.
    expect(batches).toHaveLength(3);
  });
});

test('one person stays one holder while deliveries and re-encryption go on together', async () => {
  const people = Array.from({ length: 60 }, (_, index) => testBsn(100 + index));
  const lines = (from: number) =>
    people
      .slice(from, from + 30)
      .map((person, index) => registerLine(`${from}-${index}`, { bsn: person }));
  await deliver(register, lines(0));
  await rotate('hash');
  await rotate('content');

  await Promise.all([
    reencryptAll(),
    deliver(register, lines(10)),
    deliver(register, lines(20)),
    deliver(register, lines(30)),
  ]);
  const counts = await Promise.all(
    people.map(async (person) => (await diplomasOf(register, person)).length),
  );
  expect(counts).toEqual([...people.keys()].map((at) => countOf(at)));
});

/** In how many of the four deliveries a person is. */
function countOf(at: number): number {
  return [0, 10, 20, 30].filter((from) => at >= from && at < from + 30).length;
}
