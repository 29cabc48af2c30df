import { createHash } from 'node:crypto';
import type { ExtractStanding } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

const bsn = testBsn(1);

let register: TestRegister;
let extract: { readonly extractNumber: string; readonly sha256: string };
beforeAll(async () => {
  register = await startRegister();
  await deliver(register, [
    registerLine('one', { bsn }, { awardedOn: '2023-07-06' } as object),
    registerLine('two', { bsn }, { awardedOn: '2022-07-06' } as object),
  ]);
  const diplomaIds = (await diplomasOf(register, bsn)).map(({ id }) => id).reverse();
  const body = { diplomaIds, language: 'nl' };
  const response = await postAsHolder(register, bsn, '/v1/extracts', body);
  extract = {
    extractNumber: String(response.headers['extract-number']),
    sha256: createHash('sha256').update(response.rawPayload).digest('hex'),
  };
});
afterAll(() => register.close());

function ask(payload: object) {
  return register.server.inject({ method: 'POST', url: '/v1/verifications', payload });
}

async function standing(payload: object = extract): Promise<ExtractStanding> {
  const response = await ask(payload);
  expect(response.statusCode).toBe(200);
  return response.json<ExtractStanding>();
}

describe('an extract of which somebody has the file', () => {
  test('is told to stand, and nothing of what it says', async () => {
    expect(await standing()).toEqual({
      outcome: 'genuine',
      standings: ['valid', 'valid'],
      checkedAt: '2026-11-23T12:00:00.000Z',
    });
  });

  test('is told to be another one, as if the number did not exist', async () => {
    const nothing = { outcome: 'not-an-extract', checkedAt: '2026-11-23T12:00:00.000Z' };

    expect(await standing({ ...extract, sha256: '0'.repeat(64) })).toEqual(nothing);
    expect(await standing({ ...extract, extractNumber: 'DR-7K3M-9QXA-T2VD-H' })).toEqual(nothing);
    const invented = { extractNumber: 'DR-7K3M-9QXA-T2VD-H', sha256: '0'.repeat(64) };
    expect(await standing(invented)).toEqual(nothing);
  });

  test('is told how each diploma stands, in the order of the extract', async () => {
    await deliver(register, [registerLine('one', { bsn }, { awardedOn: '2023-07-07' })]);
    expect(await standing()).toMatchObject({
      outcome: 'superseded',
      standings: ['valid', 'superseded'],
    });

    await deliver(register, [withdrawLine('two')]);
    expect(await standing()).toMatchObject({
      outcome: 'withdrawn',
      standings: ['withdrawn', 'superseded'],
    });
  });

  test('reads withdrawn when its diploma turned out to be of somebody else', async () => {
    await deliver(register, [registerLine('one', { bsn: testBsn(2) })]);

    expect(await standing()).toMatchObject({ standings: ['withdrawn', 'withdrawn'] });
  });
});

describe('a question is refused', () => {
  const placesOf = async (payload: object) => {
    const response = await ask(payload);
    expect(response.statusCode).toBe(400);
    return response
      .json<{ errors: { code: string; location: { pointer: string } }[] }>()
      .errors.map(({ code, location }) => `${code} ${location.pointer}`.trim())
      .sort();
  };

  test('that is neither about a share nor about an extract', async () => {
    expect(await placesOf({})).toEqual(['one-of']);
    expect(await placesOf({ name: 'x' })).toEqual(['one-of', 'unknown-property /name']);
  });

  test('that is about an extract, with what is wrong with that and no more', async () => {
    expect(await placesOf({ extractNumber: 'DR-1', more: 1 })).toEqual([
      'pattern /extractNumber',
      'required /sha256',
      'unknown-property /more',
    ]);
  });

  test('that is about a share, with what is wrong with that and no more', async () => {
    expect(await placesOf({ shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E', pin: 1 })).toEqual([
      'type /pin',
    ]);
  });
});
