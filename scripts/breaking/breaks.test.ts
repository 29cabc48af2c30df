import { expect, it } from 'vitest';
import { breaksOfContract, breaksOfExports, type Contract, exportsOf } from './breaks.ts';

const before: Contract = {
  paths: { '/shares': { get: {}, post: {} } },
  components: {
    schemas: {
      Share: { properties: { id: {}, code: {} }, required: ['id', 'code'] },
      State: { enum: ['active', 'revoked'] },
      Page: {},
    },
  },
};

it('tells what a contract no longer has or promises', () => {
  const now: Contract = {
    paths: { '/shares': { get: {} } },
    components: {
      schemas: {
        Share: { properties: { id: {}, pin: {} }, required: ['pin', 'code'] },
        State: { enum: ['active'] },
      },
    },
  };
  expect(breaksOfContract(before, now)).toEqual([
    'POST /shares is gone',
    'Share.code is gone',
    'Share.id may be left out now',
    'Share.pin must be given now',
    'State no longer has the value revoked',
    'the schema Page is gone',
  ]);
});

it('says nothing of what was added', () => {
  const now: Contract = {
    paths: { ...before.paths, '/new': { get: {} } },
    components: {
      schemas: { ...before.components.schemas, State: { enum: ['active', 'revoked', 'new'] } },
    },
  };
  expect(breaksOfContract(before, now)).toEqual([]);
});

it('finds the names that a module no longer exports, values and types', () => {
  const old = exportsOf("export { a, b as c } from './x.ts'; export type { T } from './y.ts';");
  expect([...old]).toEqual(['a', 'c', 'T']);
  const now = exportsOf("export { a } from './x.ts'; export interface T {} export const d = 1;");
  expect(breaksOfExports('index.ts', old, now)).toEqual(['index.ts: c is gone']);
});
