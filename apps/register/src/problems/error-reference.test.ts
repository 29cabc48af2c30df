import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problems } from './problem.ts';

const page = readFileSync(
  join(import.meta.dirname, '../../../../docs/developers/errors.md'),
  'utf8',
);

it.each(Object.keys(problems))('the error reference for developers has %s', (code) => {
  expect(page).toContain(`\`${code}\``);
});
