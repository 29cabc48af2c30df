import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diplomasOf, rejectionsOf } from '../test-support/calls.ts';
import {
  deliver,
  registerLine,
  sendDelivery,
  testBsn,
  withdrawLine,
} from '../test-support/deliver.ts';
import { memoryInUse } from '../test-support/memory-in-use.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

describe('lines that contradict each other', () => {
  test('about whose diploma it is are taken in order: the last person has it', async () => {
    const delivery = await deliver(register, [
      registerLine('whose', { bsn: testBsn(1) }),
      registerLine('whose', { bsn: testBsn(2) }),
    ]);

    expect(delivery).toMatchObject({ registered: 1, corrected: 1, rejected: 0 });
    expect(await diplomasOf(register, testBsn(1))).toEqual([]);
    expect(await diplomasOf(register, testBsn(2))).toMatchObject([{ standing: 'valid' }]);
  });

  test('that withdraw before they register reject the first and keep the second', async () => {
    const line = registerLine('early', { bsn: testBsn(3) });
    const delivery = await deliver(register, [withdrawLine('early'), line]);

    expect(delivery).toMatchObject({ registered: 1, withdrawn: 0, rejected: 1 });
    expect(await rejectionsOf(register, delivery.id)).toMatchObject([
      { line: 1, recordId: 'early', errors: [{ code: 'record-unknown' }] },
    ]);
  });

  test('that withdraw twice withdraw once', async () => {
    await deliver(register, [registerLine('twice', { bsn: testBsn(4) })]);
    const delivery = await deliver(register, [withdrawLine('twice'), withdrawLine('twice')]);

    expect(delivery).toMatchObject({ withdrawn: 1, unchanged: 1, rejected: 0 });
  });

  test('where only one is at fault stand apart: the good one stays', async () => {
    const good = registerLine('apart', { bsn: testBsn(5) });
    const bad = registerLine('apart', { bsn: testBsn(5) }, { awardedOn: '2027-01-01' });
    const delivery = await deliver(register, [good, bad]);

    expect(delivery).toMatchObject({ registered: 1, corrected: 0, rejected: 1 });
    expect(await diplomasOf(register, testBsn(5))).toMatchObject([{ awardedOn: '2023-07-06' }]);
  });
});

test('a correction of a record that the register does not have registers it', async () => {
  // An institution cannot know that its first line never came: the second one says the same.
  const corrected = registerLine('never', { bsn: testBsn(6) }, { awardedOn: '2023-07-12' });

  expect(await deliver(register, [corrected])).toMatchObject({ registered: 1, corrected: 0 });
  expect(await diplomasOf(register, testBsn(6))).toMatchObject([{ version: 1 }]);
});

test('an institution cannot deliver for another one, nor withdraw what is not its own', async () => {
  const line = registerLine('ours', { bsn: testBsn(7) });
  await deliver(register, [line], '98AA');

  const delivery = await deliver(register, [line, withdrawLine('ours')], '98CC');
  expect(delivery).toMatchObject({ lines: 2, rejected: 2 });
  expect(await rejectionsOf(register, delivery.id, '98CC')).toMatchObject([
    { line: 1, errors: expect.arrayContaining([{ ...institutionMismatch }]) },
    { line: 2, errors: [{ code: 'record-unknown' }] },
  ]);
  expect(await diplomasOf(register, testBsn(7))).toMatchObject([{ standing: 'valid' }]);
});

const institutionMismatch = {
  in: 'body',
  code: 'institution-mismatch',
  location: { pointer: '/diploma/institution' },
  detail: expect.any(String),
};

describe('a clock that is off', () => {
  test('at the institution makes an award of tomorrow, which is rejected', async () => {
    const tomorrow = registerLine('clock', { bsn: testBsn(8) }, { awardedOn: '2026-11-24' });

    expect(await deliver(register, [tomorrow])).toMatchObject({ rejected: 1 });
  });

  test('by the hour of midnight is none: the day is that in the Netherlands', async () => {
    register.clock.set('2026-11-23T23:30:00Z');
    const today = registerLine('midnight', { bsn: testBsn(9) }, { awardedOn: '2026-11-24' });

    expect(await deliver(register, [today])).toMatchObject({ registered: 1 });
    register.clock.set('2026-11-23T12:00:00Z');
  });
});

test('an interrupted delivery stores nothing; sent again whole it ends the same', async () => {
  await using other = await startRegister();
  await other.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = other.server.server.address() as AddressInfo;
  const lines = Array.from({ length: 400 }, (_, at) =>
    registerLine(`part-${at}`, { bsn: testBsn(at % 300) }),
  );
  const body = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  const call = request({
    port,
    method: 'POST',
    path: '/v1/deliveries',
    headers: {
      authorization: `Bearer ${await other.tokens.institution('98AA')}`,
      'content-type': 'application/x-ndjson',
      'content-length': body.length,
    },
  });
  call.on('error', () => undefined);
  call.write(body.subarray(0, body.length / 2));
  await once(other.server.server, 'request');
  const closed = new Promise((resolve) => call.once('close', resolve));
  call.destroy();
  await closed;

  expect(await deliver(other, lines)).toMatchObject({ lines: 400, registered: 400, rejected: 0 });
  expect(await deliver(other, lines)).toMatchObject({ lines: 400, unchanged: 400 });
});

const bad = Array.from({ length: 9_999 }, (_, at) => (at % 2 === 0 ? '{"action":' : '{}'));
const good = registerLine('among', { bsn: testBsn(10) });
const badAroundGood = [...bad.slice(0, 5_000), good, ...bad.slice(5_000)];

test('ten thousand bad lines are all told, and cost the good ones nothing', async () => {
  const response = await sendDelivery(register, badAroundGood);

  expect(response.json()).toMatchObject({ lines: 10_000, registered: 1, rejected: 9_999 });
  const { id } = response.json<{ id: string }>();
  const [first, second] = await rejectionsOf(register, id);
  expect(first).toMatchObject({ line: 1, errors: [{ code: 'line-not-json' }] });
  expect(second).toMatchObject({ line: 2, errors: [{ code: 'required' }] });
});

test('a line with thousands of faults tells a hundred of them, and costs little', async () => {
  const faults = Array.from({ length: 8_000 }, (_, at) => [at.toString(36), 1]);
  const line = { ...registerLine('faults', { bsn: testBsn(11) }), ...Object.fromEntries(faults) };
  const delivery = await deliver(
    register,
    Array.from({ length: 20 }, () => line),
  );

  expect(delivery).toMatchObject({ lines: 20, rejected: 20 });
  for (const { errors } of await rejectionsOf(register, delivery.id)) {
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatchObject({ in: 'body', code: 'more-errors' });
  }
});

test('a line with many faults of several kinds tells some of each, and a hundred in all', async () => {
  const { diploma, ...rest } = registerLine('kinds', { bsn: testBsn(12) });
  const faults = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`x${at}`, 1]));
  const marks = Array.from({ length: 60 }, () => ({ subject: '0000', final: '7' }));
  const line = { ...rest, diploma: { ...diploma, ...faults, institution: '98DD', marks } };
  const { id } = await deliver(register, [{ ...line, ...faults }]);
  const [{ errors } = { errors: [] }] = await rejectionsOf(register, id);
  const codes = errors.map(({ code }) => code);

  expect(errors.length).toBeLessThanOrEqual(101);
  expect(new Set(codes)).toEqual(
    new Set([
      'unknown-property',
      'institution-mismatch',
      'programme-not-offered',
      'subject-unknown',
      'subject-twice',
      'more-errors',
    ]),
  );
  expect(codes.at(-1)).toBe('more-errors');
  expect(codes.filter((code) => code === 'unknown-property')).toHaveLength(20);
});

/** So many more of them, one after the other: `pnpm prove:bad-lines`. */
const more = Number(process.env['BAD_DELIVERIES'] ?? 0);

test.runIf(more > 0)(
  `${more} deliveries of them more are told as well, and leave memory as it was`,
  async () => {
    const inUse = async () => {
      const { arrayBuffers, heapUsed } = await memoryInUse();
      return arrayBuffers + heapUsed;
    };
    const before = await inUse();
    for (let number = 0; number < more; number += 1) {
      const delivery = await deliver(register, badAroundGood);
      expect(delivery).toMatchObject({ lines: 10_000, unchanged: 1, rejected: 9_999 });
    }
    expect(await inUse()).toBeLessThan(1.1 * before);
  },
  more * 10_000,
);
