import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formErrorCodes, lineErrors, problems } from '@diplomaregister/contract/problems';
import { expect, it } from 'vitest';

const page = readFileSync(
  join(import.meta.dirname, '../../../../docs/developers/errors.md'),
  'utf8',
);

/** What can be wrong with a request whose form is right. */
const requestErrorCodes = [
  'cursor-unknown',
  'date-passed',
  'date-too-far',
  'institution-closed',
  'too-many-lines',
  'unreadable',
];

it.each([
  ...Object.keys(problems),
  ...formErrorCodes,
  ...requestErrorCodes,
  ...Object.keys(lineErrors),
])('the error reference for developers has %s', (code) => {
  expect(page).toContain(`\`${code}\``);
});
