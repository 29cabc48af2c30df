import type { Diploma } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractDocument } from '../contract/operations.ts';
import { createBodyAjv } from '../contract/validators.ts';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const ajv = createBodyAjv();
ajv.addKeyword('components');
ajv.addSchema({ $id: 'contract', components: contractDocument.components });
const isVerdict = ajv.compile({ $ref: 'contract#/components/schemas/Verdict' });

/** Registers two diplomas and gives them, newest award first. */
async function registerTwo(bsn: string, name: string): Promise<[Diploma, Diploma]> {
  await deliver(register, [
    registerLine(`${name}-1`, { bsn }, { awardedOn: '2023-07-06' } as object),
    registerLine(`${name}-2`, { bsn }, { awardedOn: '2022-07-06' } as object),
  ]);
  const [first, second] = await diplomasOf(register, bsn);
  if (first === undefined || second === undefined) throw new Error('The diplomas are missing.');
  return [first, second];
}

function awarded({
  id: _id,
  registeredAt: _registeredAt,
  standing: _standing,
  version: _version,
  ...rest
}: Diploma) {
  return rest;
}

describe('the verdict on a share', () => {
  test('is genuine, with the diplomas as they are now, in the order that the holder chose', async () => {
    const [first, second] = await registerTwo(testBsn(1), 'genuine');
    const created = await share(register, testBsn(1), {
      diplomaIds: [second.id, first.id],
      receiver: 'Ziekenhuis Oeverzicht',
    });
    const verdict = await verifyShare(register, created);

    expect(isVerdict(verdict) || isVerdict.errors).toBe(true);
    expect(verdict).toEqual({
      outcome: 'genuine',
      checkedAt: '2026-11-23T12:00:00.000Z',
      trust: 'tls',
      checks: [
        { name: 'code-valid', result: 'pass' },
        { name: 'diploma-stands', result: 'pass' },
      ],
      subject: {
        kind: 'share',
        expiresOn: '2026-12-31',
        marks: true,
        receiver: 'Ziekenhuis Oeverzicht',
        example: true,
      },
      diplomas: [
        { standing: 'valid', diploma: awarded(second) },
        { standing: 'valid', diploma: awarded(first) },
      ],
    });
    expect(JSON.stringify(verdict)).not.toContain(testBsn(1));
  });

  test('shows no marks when the holder chose so', async () => {
    const [first] = await registerTwo(testBsn(2), 'no-marks');
    const created = await share(register, testBsn(2), { diplomaIds: [first.id], marks: false });
    const verdict = await verifyShare(register, created);
    const { marks, ...rest } = awarded(first);

    expect(marks).toHaveLength(2);
    expect(verdict).toMatchObject({ subject: { marks: false } });
    expect('diplomas' in verdict && verdict.diplomas).toEqual([
      { standing: 'valid', diploma: rest },
    ]);
  });

  test('shows a correction as soon as it is made', async () => {
    const bsn = testBsn(3);
    const [first] = await registerTwo(bsn, 'corrected');
    const created = await share(register, bsn, { diplomaIds: [first.id] });
    await deliver(register, [
      registerLine('corrected-1', { bsn, familyName: 'Ïnce' }, {
        awardedOn: '2023-07-06',
      } as object),
    ]);

    expect(await verifyShare(register, created)).toMatchObject({
      outcome: 'genuine',
      diplomas: [{ standing: 'valid', diploma: { holder: { familyName: 'Ïnce' } } }],
    });
  });

  test('says which of two diplomas was withdrawn, and shows nothing of it', async () => {
    const bsn = testBsn(4);
    const [first, second] = await registerTwo(bsn, 'withdrawn');
    const created = await share(register, bsn, { diplomaIds: [first.id, second.id] });
    await deliver(register, [withdrawLine('withdrawn-1')]);
    const verdict = await verifyShare(register, created);

    expect(isVerdict(verdict) || isVerdict.errors).toBe(true);
    expect(verdict).toMatchObject({
      outcome: 'withdrawn',
      checks: [
        { name: 'code-valid', result: 'pass' },
        { name: 'diploma-stands', result: 'fail', reason: 'diploma-withdrawn' },
      ],
    });
    expect('diplomas' in verdict && verdict.diplomas).toEqual([
      { standing: 'withdrawn' },
      { standing: 'valid', diploma: awarded(second) },
    ]);
  });

  test('of a code that nobody made, or with a wrong PIN, tells nothing', async () => {
    const [first] = await registerTwo(testBsn(5), 'refused');
    const created = await share(register, testBsn(5), { diplomaIds: [first.id] });
    const pin = created.pin === '000000' ? '000001' : '000000';

    for (const [attempt, outcome] of [
      [{ ...created, code: '0000-0000-0000-0000-0000' }, 'share-unknown'],
      [{ ...created, pin }, 'pin-wrong'],
    ] as const) {
      const verdict = await verifyShare(register, attempt);
      expect(isVerdict(verdict) || isVerdict.errors).toBe(true);
      expect(verdict).toEqual({
        outcome,
        checkedAt: '2026-11-23T12:00:00.000Z',
        trust: 'tls',
        checks: [
          { name: 'code-valid', result: 'fail', reason: outcome },
          { name: 'diploma-stands', result: 'skipped' },
        ],
      });
    }
  });
});

describe('asking for a verdict', () => {
  function ask(payload: object, remoteAddress = '203.0.113.1') {
    return register.server.inject({
      method: 'POST',
      url: '/v1/verifications',
      remoteAddress,
      headers: { origin: 'https://employer.example' },
      payload,
    });
  }
  const unknown = { shareCode: '0000-0000-0000-0000-0000', pin: '000000' };

  test('is open to any site, and is kept by nobody', async () => {
    const response = await ask(unknown);

    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
  });

  test('with input that the contract does not know is refused, and never repeated', async () => {
    const response = await ask({ shareCode: 'SECRET-CODE', pin: '12', name: 'x' });

    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('SECRET');
    expect(response.json<{ errors: unknown[] }>().errors).toHaveLength(3);
  });

  test('too often from one address has to wait, and others need not', async () => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      expect((await ask(unknown, '203.0.113.2')).statusCode).toBe(200);
    }
    const refused = await ask(unknown, '203.0.113.2');

    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:too-many-requests',
      status: 429,
    });
    expect((await ask(unknown, '203.0.113.3')).statusCode).toBe(200);
  });
});
