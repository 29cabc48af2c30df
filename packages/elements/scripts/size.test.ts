import { expect, test } from 'vitest';
import { weigh, weighSingleFile } from './size.ts';

const kB = 1000;

const verify = weigh('diploma-verify.ts');
const list = weigh('diploma-list.ts');

test('<diploma-verify> loads with the page in at most 16 kB', async () => {
  const { atLoad } = await verify;
  expect(atLoad).toBeLessThanOrEqual(16 * kB);
});

test('<diploma-verify> loads no code for PDF, CMS or certificates with the page', async () => {
  const { filesAtLoad } = await verify;
  expect(filesAtLoad.filter((file) => /\/(seal|sdk)\//.test(file))).toEqual([]);
  expect(filesAtLoad).toContain('src/diploma-verify/diploma-verify.ts');
});

test('<diploma-list> loads with the page in at most 21 kB, without what its panels need', async () => {
  const { atLoad, filesAtLoad } = await list;
  expect(atLoad).toBeLessThanOrEqual(21 * kB);
  expect(filesAtLoad).toContain('src/diploma-list/diplomas-view.ts');
  const later = /\/(access-records|correction-requests|coverage)\/|-panel\.ts$|panels\.ts$|lean-qr/;
  expect(filesAtLoad.filter((file) => file.startsWith('src/') && later.test(file))).toEqual([]);
});

// docs/decisions/0017: everything that a holder can do does not fit in 24 kB.
test('<diploma-list> is at most 37 kB, with all that it does', async () => {
  const { inAll } = await list;
  expect(inAll).toBeLessThanOrEqual(37 * kB);
});

// docs/decisions/0019: with every check of the seal it does not fit in 32 kB.
test('<diploma-verify> is at most 39.7 kB, with all that a check loads', async () => {
  const { inAll } = await verify;
  expect(inAll).toBeLessThanOrEqual(39.7 * kB);
});

test.each([
  ['diploma-verify', 38.3],
  ['diploma-list', 35],
])('<%s> is at most %d kB as a single file', async (name, most) => {
  expect(await weighSingleFile(`${name}.ts`)).toBeLessThanOrEqual(most * kB);
});
