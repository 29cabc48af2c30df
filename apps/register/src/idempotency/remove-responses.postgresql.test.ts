import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HolderId } from '../holders/holder-id.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { removeResponses } from './remove-responses.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

test('processes that remove responses at the same moment do not wait for each other', async () => {
  const { database } = store;
  const startedAt = new Date('2026-11-23T11:00:00Z');
  const rows = Array.from({ length: 3 }, () => ({
    holderId: randomUUID() as HolderId,
    operation: 'createShare',
    keyHash: randomBytes(32),
    requestHash: randomBytes(32),
    startedAt,
    content: null,
    contentKeyId: null,
  }));
  await database.insertInto('idempotentResponses').values(rows).execute();

  const removed = await database.transaction().execute(async (another) => {
    await another.selectFrom('idempotentResponses').selectAll().limit(1).forUpdate().execute();
    return removeResponses(database, new Date('2026-11-23T12:00:00Z'));
  });
  expect(removed).toBe(2);
});
