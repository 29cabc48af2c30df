import type { Diploma } from '@diplomaregister/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAsHolder } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const awards = ['2023-07-06', '2021-06-30', '2023-07-06', '2022-07-01', '2020-01-31'];

test('come newest first, page by page, each once', async () => {
  const bsn = testBsn(1);
  await deliver(register, [
    ...awards.map((awardedOn, at) => registerLine(`day-${at}`, { bsn }, { awardedOn })),
    registerLine('month', { bsn }, { awardedIn: '2022-07' } as object),
  ]);

  const seen: Diploma[] = [];
  let url: string | undefined = '/v1/diplomas?limit=2';
  for (let pages = 0; url !== undefined && pages < 10; pages += 1) {
    const response = await getAsHolder(register, bsn, url);
    expect(response.headers['cache-control']).toBe('no-store');
    seen.push(...response.json<{ items: Diploma[] }>().items);
    url = /<([^>]+)>; rel="next"/.exec(String(response.headers['link']))?.[1];
  }

  expect(
    seen.map((diploma) => ('awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn)),
  ).toEqual(['2023-07-06', '2023-07-06', '2022-07-01', '2022-07', '2021-06-30', '2020-01-31']);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(6);
});

test('can be had one by one, and not with an id that is none', async () => {
  const bsn = testBsn(2);
  await deliver(register, [registerLine('single', { bsn })]);
  const list = await getAsHolder(register, bsn, '/v1/diplomas');
  const [diploma] = list.json<{ items: Diploma[] }>().items;

  expect((await getAsHolder(register, bsn, `/v1/diplomas/${diploma?.id}`)).json()).toEqual(diploma);
  const invalid = await getAsHolder(register, bsn, '/v1/diplomas/first');
  expect(invalid.json()).toMatchObject({
    status: 400,
    errors: [{ in: 'path', location: { name: 'id' }, code: 'format' }],
  });
});
