import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadReference } from '../reference/reference.ts';
import type { Store } from '../store/store.ts';
import { testReferenceSet } from '../test-support/reference-set.ts';
import { openTestStore } from '../test-support/test-store.ts';
import {
  answeredInstitutions,
  answeringInstitution,
  answeringInstitutions,
  mapSuccessor,
  SuccessionError,
} from './successors.ts';

const store: Store = await openTestStore();
await loadReference(store.database, testReferenceSet);
afterAll(() => store.close());
beforeEach(async () => {
  await store.database.deleteFrom('institutionSuccessors').execute();
});

async function faultOf(mapping: Promise<void>): Promise<unknown> {
  return mapping.then(
    () => 'mapped',
    (error) => (error instanceof SuccessionError ? error.code : error),
  );
}

describe('an institution', () => {
  test('answers for itself as long as it has no successor', async () => {
    expect(await answeringInstitution(store.database, '97ZZ')).toBe('97ZZ');
    expect(await answeredInstitutions(store.database, '97ZZ')).toEqual(new Set(['97ZZ']));
  });

  test('answers for those that it succeeds, and for those that they succeeded', async () => {
    await mapSuccessor(store.database, '97ZZ', '98AA');
    await mapSuccessor(store.database, '98AA', '98CC');

    expect(await answeringInstitution(store.database, '97ZZ')).toBe('98CC');
    expect(await answeredInstitutions(store.database, '98CC')).toEqual(
      new Set(['97ZZ', '98AA', '98CC']),
    );
    expect(await answeringInstitutions(store.database)).toEqual(
      new Map([
        ['97ZZ', '98CC'],
        ['98AA', '98CC'],
      ]),
    );
    expect(await answeredInstitutions(store.database, '98AA')).toEqual(new Set());
    expect(await answeredInstitutions(store.database, '98DD')).toEqual(new Set(['98DD']));
  });

  test('can be given another successor', async () => {
    await mapSuccessor(store.database, '97ZZ', '98AA');
    await mapSuccessor(store.database, '97ZZ', '98CC');

    expect(await answeringInstitution(store.database, '97ZZ')).toBe('98CC');
    expect(await answeredInstitutions(store.database, '98AA')).toEqual(new Set(['98AA']));
  });

  test('never succeeds itself, at once or by way of others', async () => {
    await mapSuccessor(store.database, '97ZZ', '98AA');
    await mapSuccessor(store.database, '98AA', '98CC');

    expect(await faultOf(mapSuccessor(store.database, '98AA', '98AA'))).toBe('own-successor');
    expect(await faultOf(mapSuccessor(store.database, '98CC', '97ZZ'))).toBe('succession-circular');
    expect(await faultOf(mapSuccessor(store.database, '98AA', '97ZZ'))).toBe('succession-circular');
  });

  test('never comes into a circle by two mappings at once', async () => {
    const faults = await Promise.all([
      faultOf(mapSuccessor(store.database, '98AA', '98CC')),
      faultOf(mapSuccessor(store.database, '98CC', '98AA')),
    ]);

    expect(faults.sort()).toEqual(['mapped', 'succession-circular']);
  });

  test('must be in the reference data', async () => {
    expect(await faultOf(mapSuccessor(store.database, '97ZZ', '00XX'))).toBe('institution-unknown');
    expect(await faultOf(mapSuccessor(store.database, '00XX', '97ZZ'))).toBe('institution-unknown');
  });
});
