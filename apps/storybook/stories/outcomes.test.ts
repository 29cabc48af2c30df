import { readFileSync } from 'node:fs';
import { verdictCatalogues } from '@diplomaregister/elements';
import { expect, it } from 'vitest';

const stories = readFileSync(new URL('diploma-verify.stories.ts', import.meta.url), 'utf8');

it('every outcome of a verdict has a story, which holds the element to it', () => {
  const outcomes = Object.keys(verdictCatalogues['nl']?.verdict.outcomes ?? {});
  const reached = [...stories.matchAll(/(?:verdictOn|verdictOnShare|toBe)\('([a-z-]+)'/g)];
  expect(new Set(reached.map(([, outcome]) => outcome))).toEqual(new Set(outcomes));
});
