import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { ownReferenceSet } from './own-reference-set.ts';
import { loadReference, readReference } from './reference.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

test('the own set has fictional institutions in every sector and real programmes', async () => {
  const set = await ownReferenceSet();
  await loadReference(store.database, set);
  const reference = await readReference(store.database);

  expect(set.institutions.every(({ code }) => code.startsWith('98'))).toBe(true);
  expect(new Set(set.institutions.flatMap(({ sectors }) => sectors)).size).toBe(3);
  expect(new Set(set.programmes.map(({ level }) => level)).size).toBe(14);
  expect(reference.institution('98AA')).toEqual({
    code: '98AA',
    name: 'Merelveld College',
    city: 'Zwolle',
    sectors: ['vo'],
  });
  expect(reference.programme('crebo', '25656')).toMatchObject({
    name: 'Verzorgende-IG',
    level: 'mbo-3',
  });
  expect(reference.programme('isat', '25656')).toBeUndefined();
  expect(reference.subject('1025')).toMatchObject({ englishName: 'Mathematics B' });
});

test('what is loaded again replaces what had the same code', async () => {
  await loadReference(store.database, {
    institutions: [
      {
        code: '98AA',
        name: 'Merelveld en Venne College',
        city: 'Zwolle',
        sectors: ['vo', 'mbo'],
        closed: '2026-08-01',
      },
    ],
    programmes: [],
    subjects: [],
  });

  const reference = await readReference(store.database);
  expect(reference.institution('98AA')).toMatchObject({
    name: 'Merelveld en Venne College',
    sectors: ['vo', 'mbo'],
    closed: '2026-08-01',
  });
  expect(reference.institution('98BB')).toBeDefined();
});
