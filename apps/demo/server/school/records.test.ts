import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterLine } from '@diplomaregister/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRecords } from './records.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(() => rm(folder, { recursive: true }));

const record = (recordId: string, awardedOn: string, familyName = 'Jansen'): RegisterLine => ({
  action: 'register',
  recordId,
  holder: { givenNames: 'Anne', familyName, birthDate: '2000-01-01' },
  diploma: { institution: '98AA', programme: { scheme: 'elementcode', code: '0170' }, awardedOn },
});

const older = record('one', '2018-06-01');
const newer = record('two', '2020-06-01');

it('lists the newest diploma first, and is empty at first', async () => {
  const records = openRecords(folder);
  expect(await records.all()).toEqual([]);
  await records.put({ line: older, withdrawn: false });
  await records.put({ line: newer, withdrawn: false });
  expect((await records.all()).map(({ line }) => line.recordId)).toEqual(['two', 'one']);
});

it('keeps what stands ready for the next delivery, and what was taken back apart from it', async () => {
  await writeFile(join(folder, 'records.ndjson'), `${JSON.stringify(older)}\n`);
  const records = openRecords(folder);
  await records.put({ line: newer, withdrawn: false });
  await records.put({ line: older, withdrawn: true });
  expect(await readFile(join(folder, 'records.ndjson'), 'utf8')).toBe(`${JSON.stringify(newer)}\n`);
  expect(await records.find('one')).toEqual({ line: older, withdrawn: true });
});

it('loses none of many changes at once', async () => {
  const records = openRecords(folder);
  const ids = Array.from({ length: 20 }, (_, index) => `record-${index}`);
  await Promise.all(
    ids.map((id) => records.put({ line: record(id, '2020-06-01'), withdrawn: false })),
  );
  expect(await records.all()).toHaveLength(20);
});
