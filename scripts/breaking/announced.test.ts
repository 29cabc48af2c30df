import { expect, it } from 'vitest';
import { isAnnounced } from './announced.ts';

const changeset = (level: string) => `---
'@diplomaregister/sdk': ${level}
'@diplomaregister/seal': patch
---

A word to users.
`;

it('asks for a major changeset of the very package that breaks', () => {
  expect(isAnnounced('sdk', '1.2.0', [changeset('patch'), changeset('major')])).toBe(true);
  expect(isAnnounced('sdk', '1.2.0', [changeset('minor')])).toBe(false);
  expect(isAnnounced('seal', '1.2.0', [changeset('major')])).toBe(false);
  expect(isAnnounced('sdk', '1.2.0', [])).toBe(false);
});

it('reads what the command for changesets writes, in double quotes', () => {
  expect(isAnnounced('sdk', '1.2.0', ['---\n"@diplomaregister/sdk": major\n---\n'])).toBe(true);
});

it('takes a minor one before 1.0.0', () => {
  expect(isAnnounced('sdk', '0.4.0', [changeset('minor')])).toBe(true);
  expect(isAnnounced('seal', '0.4.0', [changeset('minor')])).toBe(false);
});
