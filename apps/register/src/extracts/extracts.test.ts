import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Extract, IssuedExtract } from '@diplomaregister/contract';
import { createSealer } from '@diplomaregister/seal/seal';
import { verifySeal } from '@diplomaregister/seal/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractDocument } from '../contract/operations.ts';
import { createBodyAjv } from '../contract/validators.ts';
import { createServer } from '../server.ts';
import { statisticsTtl } from '../statistics/recent-statistics.ts';
import { diplomasOf, getAsHolder } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { createComposer } from './compose/composer.ts';
import { whileThereIsRoom } from './issue-extract.ts';
import { isExtractNumber } from './number.ts';

const run = promisify(execFile);

let register: TestRegister;
let folder: string;
beforeAll(async () => {
  register = await startRegister();
  folder = await mkdtemp(join(tmpdir(), 'extracts-'));
});
afterAll(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

/** Delivers one diploma for a holder and gives its id. */
async function registerDiploma(bsn: string, recordId: string = randomUUID()): Promise<string> {
  await deliver(register, [registerLine(recordId, { bsn })]);
  return (await diplomasOf(register, bsn)).at(-1)?.id ?? '';
}

function download(bsn: string, body: object, key?: string) {
  return postAsHolder(register, bsn, '/v1/extracts', body, key);
}

async function listed(bsn: string): Promise<IssuedExtract[]> {
  const response = await getAsHolder(register, bsn, '/v1/extracts');
  return response.json<{ items: IssuedExtract[] }>().items;
}

async function verified(file: Uint8Array) {
  const { authority: seal } = register.register.keys.seal;
  const { authority: timestamp } = register.register.keys.timestamp;
  const lists = await Promise.all(
    [seal, timestamp].map(({ keyId }) => register.register.revocationLists.get(keyId)),
  );
  return verifySeal(file, {
    anchors: { seal: [seal.certificate], timestamp: [timestamp.certificate] },
    revocationLists: lists.filter((list) => list !== undefined),
    now: register.clock.now(),
  });
}

describe('an extract', () => {
  test('is a sealed PDF that other programs find signed as a whole', async () => {
    const id = await registerDiploma(testBsn(1));
    const response = await download(testBsn(1), { diplomaIds: [id], language: 'nl' });

    expect(response.statusCode).toBe(201);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="uittreksel-DR(-[0-9A-Z]{4}){3}\.pdf"$/,
      ),
    });
    const number = String(response.headers['extract-number']);
    expect(isExtractNumber(number)).toBe(true);

    const path = join(folder, 'extract.pdf');
    await writeFile(path, response.rawPayload);
    const signature = await run('pdfsig', ['-nocert', path]);
    expect(signature.stdout).toContain('Signature is Valid');
    expect(signature.stdout).toContain('Total document signed');
    expect(signature.stdout.match(/Signature #/g)).toHaveLength(1);
    const check = await run('qpdf', ['--check', path]);
    expect(check.stdout).toContain('No syntax or stream encoding errors found');
    const text = await run('pdftotext', [path, '-']);
    expect(text.stdout).toContain('VOORBEELD, GEEN WAARDE');
    expect(text.stdout).toContain('Brânză');
    expect(text.stdout).toContain('Zoë Aaltje');
    expect(text.stdout).toContain(number);
    expect(text.stdout).toContain('check.example/check');
  });

  test('verifies with the anchors of the register, and says what the contract says', async () => {
    const id = await registerDiploma(testBsn(2));
    const response = await download(testBsn(2), { diplomaIds: [id], language: 'en' });
    const report = await verified(response.rawPayload);

    if (report.outcome !== 'sealed') throw new Error(`It is ${report.outcome}: ${report.reason}`);
    expect(report.sealedAt).toEqual(register.clock.now());
    const extract = JSON.parse(new TextDecoder().decode(report.attachment)) as Extract;
    const ajv = createBodyAjv();
    ajv.addKeyword('components');
    ajv.addSchema({ $id: 'contract', components: contractDocument.components });
    const isExtract = ajv.compile({ $ref: 'contract#/components/schemas/Extract' });
    expect(isExtract(extract) || isExtract.errors).toBe(true);
    expect(extract).toMatchObject({
      number: response.headers['extract-number'],
      issuedAt: '2026-11-23T12:00:00.000Z',
      language: 'en',
      example: true,
      diplomas: [
        {
          status: {
            uri: expect.stringMatching(/^https:\/\/register\.example\/v1\/status-lists\/\d+$/),
          },
          holder: { givenNames: 'Zoë Aaltje', prefix: 'van der', familyName: 'Brânză' },
          awardedOn: '2023-07-06',
        },
      ],
    });
    expect(response.rawPayload.includes(testBsn(2))).toBe(false);
    expect(JSON.stringify(extract)).not.toContain(testBsn(2));
  });

  test('with one byte changed verifies no more', async () => {
    const id = await registerDiploma(testBsn(3));
    const { rawPayload } = await download(testBsn(3), { diplomaIds: [id], language: 'nl' });
    const at = Math.floor(rawPayload.length / 3);
    rawPayload[at] = (rawPayload[at] ?? 0) ^ 1;

    expect((await verified(rawPayload)).outcome).not.toBe('sealed');
  });

  test('holds several diplomas, in the order in which they were asked for', async () => {
    const bsn = testBsn(4);
    await deliver(register, [
      registerLine('old', { bsn }, { awardedIn: '2022-06' } as object),
      registerLine('new', { bsn }),
    ]);
    const ids = (await diplomasOf(register, bsn)).map(({ id }) => id).reverse();
    const response = await download(bsn, { diplomaIds: ids, language: 'nl' });
    const report = await verified(response.rawPayload);

    if (report.outcome !== 'sealed') throw new Error(`It is ${report.outcome}`);
    const extract = JSON.parse(new TextDecoder().decode(report.attachment)) as Extract;
    expect(extract.diplomas).toMatchObject([{ awardedIn: '2022-06' }, { awardedOn: '2023-07-06' }]);
  });

  test('is stored as number, hash, time, language and versions, and nothing else', async () => {
    const id = await registerDiploma(testBsn(5));
    const response = await download(testBsn(5), { diplomaIds: [id], language: 'nl' });
    const number = String(response.headers['extract-number']);
    const row = await register.register.database
      .selectFrom('extracts')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow();

    expect(row).toEqual({
      holderId: expect.any(String),
      number,
      sha256: new Uint8Array(createHash('sha256').update(response.rawPayload).digest()),
      issuedAt: register.clock.now(),
      language: 'nl',
      diplomaIds: [id],
      diplomaVersions: [1],
    });
  });

  test('is counted in the statistics of the past twelve months', async () => {
    const count = async () => {
      register.clock.advance(2 * statisticsTtl);
      const response = await register.server.inject('/v1/statistics');
      return response.json<{ extracts: { pastTwelveMonths: number } }>().extracts.pastTwelveMonths;
    };
    const id = await registerDiploma(testBsn(6));
    const before = await count();
    await download(testBsn(6), { diplomaIds: [id], language: 'nl' });

    expect(await count()).toBe(before + 1);
  });
});

describe('no extract is given', () => {
  test('of a diploma that is somebody else’s, or that does not exist', async () => {
    const id = await registerDiploma(testBsn(7));
    for (const [bsn, diplomaIds] of [
      [testBsn(8), [id]],
      [testBsn(7), [id, randomUUID()]],
    ] as const) {
      const response = await download(bsn, { diplomaIds, language: 'nl' });
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ type: 'urn:problem-type:diplomaregister:not-found' });
    }
    expect(await listed(testBsn(7))).toEqual([]);
  });

  test('of two diplomas of which one was withdrawn, but of the other alone', async () => {
    const bsn = testBsn(9);
    await deliver(register, [registerLine('stands', { bsn }), registerLine('falls', { bsn })]);
    await deliver(register, [withdrawLine('falls')]);
    const diplomas = await diplomasOf(register, bsn);
    const all = diplomas.map(({ id }) => id);
    const standing = diplomas.filter((diploma) => diploma.standing === 'valid').map(({ id }) => id);

    const refused = await download(bsn, { diplomaIds: all, language: 'nl' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:diploma-withdrawn',
    });
    expect((await download(bsn, { diplomaIds: standing, language: 'nl' })).statusCode).toBe(201);
    expect(await listed(bsn)).toMatchObject([{ diplomaIds: standing }]);
  });

  test('without a timestamp: try again later, and nothing was issued', async () => {
    const id = await registerDiploma(testBsn(10));
    const timestamps = { timestamp: () => Promise.reject(new Error('away')) };
    const { keys } = register.register;
    const server = await createServer({
      ...register.register,
      keys: { ...keys, sealer: createSealer({ signer: keys.seal.signer, timestamps }) },
    });
    const key = randomUUID();
    const body = { diplomaIds: [id], language: 'nl' };
    const response = await postAsHolder(
      { ...register, server },
      testBsn(10),
      '/v1/extracts',
      body,
      key,
    );
    await server.close();

    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('30');
    expect(response.json()).toMatchObject({ type: 'urn:problem-type:diplomaregister:unavailable' });
    expect(await listed(testBsn(10))).toEqual([]);
    expect((await download(testBsn(10), body, key)).statusCode).toBe(201);
  });

  test('while more are asked for than can be made: come again, and nothing was issued', async () => {
    const id = await registerDiploma(testBsn(11));
    const composer = createComposer({ room: 0 });
    const server = await createServer({ ...register.register, composer });
    const body = { diplomaIds: [id], language: 'nl' };
    const response = await postAsHolder({ ...register, server }, testBsn(11), '/v1/extracts', body);
    const ofNobody = await server.inject({ method: 'POST', url: '/v1/extracts' });
    // Those who all came while there was room still.
    const late = whileThereIsRoom({ composer }, async () => 'made');
    await expect(late).rejects.toMatchObject({ headers: { 'Retry-After': '2' } });
    await server.close();
    await composer.close();

    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('2');
    expect(ofNobody.statusCode, 'before anything is done').toBe(503);
    expect(await listed(testBsn(11))).toEqual([]);
  });

  test('to who waits for their own earlier request, which holds up nobody else', async () => {
    const [waiting, other] = [testBsn(14), testBsn(15)];
    const diplomaIds = [await registerDiploma(waiting)];
    const otherDiplomaIds = [await registerDiploma(other)];
    const composer = createComposer({ threads: 1, patience: 60_000 });
    const server = await createServer({ ...register.register, composer });
    const at = { ...register, server };
    const body = { diplomaIds, language: 'nl' };
    const keys = Array.from({ length: 5 }, () => randomUUID());
    const ask = () => keys.map((key) => postAsHolder(at, waiting, '/v1/extracts', body, key));
    await Promise.all(ask());
    // As if the register had died before there was an answer.
    await register.register.database
      .updateTable('idempotentResponses')
      .set({ content: null, contentKeyId: null })
      .where('startedAt', '=', register.clock.now())
      .execute();

    let isOver = false;
    const again = Promise.all(ask()).finally(() => {
      isOver = true;
    });
    const others = { diplomaIds: otherDiplomaIds, language: 'nl' };
    expect((await postAsHolder(at, other, '/v1/extracts', others)).statusCode).toBe(201);
    expect(isOver).toBe(false);
    register.clock.advance(31);
    expect((await again).map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(201));
    await server.close();
    await composer.close();
  });

  test('for a request that the contract does not know, with every fault named', async () => {
    const response = await download(testBsn(1), { diplomaIds: ['x'], language: 'fr', bsn: '1' });

    expect(response.statusCode).toBe(400);
    expect(
      response
        .json<{ errors: { location: { pointer: string } }[] }>()
        .errors.map(({ location }) => location.pointer)
        .sort(),
    ).toEqual(['/bsn', '/diplomaIds/0', '/language']);
  });

  test('without an idempotency key', async () => {
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/extracts',
      headers: { authorization: `Bearer ${await register.tokens.holder(testBsn(1))}` },
      payload: { diplomaIds: [randomUUID()], language: 'nl' },
    });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ in: 'header', code: 'required' }] });
  });
});

test('the list of extracts goes back in time, page by page', async () => {
  const bsn = testBsn(11);
  const id = await registerDiploma(bsn);
  const numbers: unknown[] = [];
  for (const language of ['nl', 'en', 'nl']) {
    const response = await download(bsn, { diplomaIds: [id], language });
    numbers.unshift(response.headers['extract-number']);
    register.clock.advance(60);
  }
  const first = await getAsHolder(register, bsn, '/v1/extracts?limit=2');
  const next = /<([^>]+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
  const second = await getAsHolder(register, bsn, next);
  const items = [first, second].flatMap((page) => page.json<{ items: IssuedExtract[] }>().items);

  expect(items.map(({ number }) => number)).toEqual(numbers);
  expect(items[0]).toEqual({
    number: numbers[0],
    issuedAt: expect.stringMatching(/Z$/),
    language: 'nl',
    diplomaIds: [id],
  });
  expect(second.headers['link']).toBeUndefined();
  expect((await getAsHolder(register, bsn, '/v1/extracts?cursor=x')).statusCode).toBe(400);
});
