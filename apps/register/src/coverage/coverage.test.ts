import { exampleCoverage } from '@diplomaregister/contract/examples';
import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';

test('is what developers see in the examples of the contract', () => {
  expect(coverage).toEqual(exampleCoverage);
});

test('names each kind once', () => {
  const kinds = coverage.kinds.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});
