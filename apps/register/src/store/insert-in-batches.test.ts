import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HolderId } from '../holders/holder-id.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { insertInBatches } from './insert-in-batches.ts';
import type { HolderRow } from './schema.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

function holder(bytes: readonly number[], hashKeyId = 'key'): HolderRow {
  return {
    id: randomUUID() as HolderId,
    bsnHash: Uint8Array.from(bytes),
    hashKeyId,
    bsnContent: Uint8Array.from([...bytes, 0, 255]),
    contentKeyId: 'key',
  };
}

async function stored(ids: readonly HolderId[]): Promise<HolderRow[]> {
  const rows = await store.database
    .selectFrom('holders')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

test('rows come out as they went in, whatever is in them', async () => {
  const none = { bsnHash: null, hashKeyId: null, bsnContent: null, contentKeyId: null };
  const rows = [
    holder([0, 1, 254]),
    { id: randomUUID() as HolderId, ...none },
    holder([], 'an empty hash, "quotes", \\, {braces}, null'),
    holder([7], 'NULL'),
    holder([8], ''),
  ];

  expect(await insertInBatches(store.database, 'holders', rows)).toBe(5);

  expect(await stored(rows.map(({ id }) => id))).toEqual(rows);
});

test('more rows than a statement takes go in several, made as they are needed', async () => {
  function* rows() {
    for (let at = 0; at < 2_500; at += 1) yield holder([1, at >> 8, at & 255]);
  }

  expect(await insertInBatches(store.database, 'holders', rows())).toBe(2_500);
});

test('what is there already is an error, or passed over where that is asked for', async () => {
  const row = holder([9, 9]);
  await insertInBatches(store.database, 'holders', [row]);
  const again = [holder([9, 9]), holder([9, 10])];

  await expect(insertInBatches(store.database, 'holders', again)).rejects.toThrow(/unique/);
  expect(await insertInBatches(store.database, 'holders', again, { ifNew: 'bsnHash' })).toBe(1);
  expect(await stored([row.id])).toEqual([row]);
});

test('no rows are no work', async () => {
  expect(await insertInBatches(store.database, 'holders', [])).toBe(0);
});
