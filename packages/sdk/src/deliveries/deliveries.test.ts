import type { DeliveryLine } from '@diplomaregister/contract';
import { exampleDeliveryLines } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Client,
  createClient,
  type DeliveryCounts,
  DeliveryInterruptedError,
} from '../index.ts';
import { splitIntoParts } from './lines.ts';

const { higher } = exampleDeliveryLines;

let register: MockRegister;

beforeEach(async () => {
  register = await createMockRegister();
});

function institution(fetcher: typeof fetch = register.fetch): Client {
  const { tokens, url } = register;
  return createClient({ url, accessToken: tokens.institution, fetch: fetcher, retries: 0 });
}

function* numbered(count: number): Generator<DeliveryLine> {
  for (let number = 1; number <= count; number++) yield { ...higher, recordId: `record-${number}` };
}

/** Withdrawals of records that nobody knows are quick to reject. */
function* unknown(count: number): Generator<DeliveryLine> {
  for (let number = 1; number <= count; number++) {
    yield { action: 'withdraw', recordId: `unknown-${number}` };
  }
}

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function partsOf(input: Parameters<typeof splitIntoParts>[0]) {
  const parts = [];
  for await (const part of splitIntoParts(input)) parts.push(part);
  return parts;
}

describe('splitting lines into parts', () => {
  it('cuts after 10,000 lines', async () => {
    const parts = await partsOf(unknown(20_001));
    expect(parts.map(({ numbers }) => numbers.length)).toEqual([10_000, 10_000, 1]);
    expect(parts[2]?.numbers).toEqual([20_001]);
  });

  it('cuts before the body becomes too large, and keeps a line that is too large by itself', async () => {
    const parts = await partsOf(
      `${'x'.repeat(3_000_000)}\n${'y'.repeat(3_000_000)}\n${'z'.repeat(9_000_000)}\n`,
    );
    expect(parts.map(({ numbers }) => numbers)).toEqual([[1], [2], [3]]);
  });

  it('gives the same for text in pieces of any length', async () => {
    const text = '\uFEFF{"a":1}\r\n\n{"b":"ë€"}\n   \n{"c":3}';
    const expected = [{ text: '{"a":1}\n{"b":"ë€"}\n{"c":3}\n', numbers: [1, 3, 5] }];
    expect(await partsOf(text)).toEqual(expected);
    for (let size = 1; size <= text.length; size++) {
      expect(await partsOf(inPieces(text, size))).toEqual(expected);
    }
  });

  it('gives nothing for nothing', async () => {
    expect(await partsOf('')).toEqual([]);
    expect(await partsOf([])).toEqual([]);
  });
});

describe('delivering', () => {
  it('adds up the parts, and tells rejections by their line in the whole input', async () => {
    const done: DeliveryCounts[] = [];
    const lines = [...unknown(9_999), ...numbered(3)];
    const report = await institution().deliveries.create(lines, {
      onProgress: (each) => done.push(each),
    });
    expect(report).toMatchObject({ lines: 10_002, registered: 3, rejected: 9_999 });
    expect(report.parts).toHaveLength(2);
    expect(report.rejections).toHaveLength(9_999);
    expect(report.rejections.map(({ line }) => line)).toEqual(
      Array.from({ length: 9_999 }, (_, index) => index + 1),
    );
    expect(done.map(({ lines }) => lines)).toEqual([10_000, 10_002]);
  }, 20_000);

  it('counts empty lines in the numbers of rejected ones', async () => {
    const text = `${JSON.stringify(higher)}\n\n{"action":\n`;
    const report = await institution().deliveries.create(text);
    expect(report).toMatchObject({ lines: 2, registered: 1, rejected: 1 });
    expect(report.rejections.map(({ line }) => line)).toEqual([3]);
  });

  it('changes nothing when it is sent again', async () => {
    const { deliveries } = institution();
    await deliveries.create(numbered(20));
    expect(await deliveries.create(numbered(20))).toMatchObject({ registered: 0, unchanged: 20 });
  });

  it('that fails half way tells what was stored', async () => {
    let sent = 0;
    const { deliveries } = institution((input, init) => {
      if (init?.method === 'POST' && ++sent === 2) throw new TypeError('The line was cut');
      return register.fetch(input, init);
    });
    const failure = await deliveries
      .create(unknown(10_001))
      .then(undefined, (error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryInterruptedError);
    expect(failure).toMatchObject({
      code: 'connection-failed',
      report: { lines: 10_000, rejected: 10_000 },
      cause: { name: 'ConnectionError' },
    });
  }, 20_000);

  it('that is aborted, or whose input breaks off, tells what was stored', async () => {
    const controller = new AbortController();
    const options = { signal: controller.signal, onProgress: () => controller.abort() };
    await expect(institution().deliveries.create(unknown(10_001), options)).rejects.toMatchObject({
      report: { lines: 10_000 },
      cause: { name: 'AbortError' },
    });
    async function* broken(): AsyncGenerator<string> {
      yield '{}\n';
      throw new Error('The disk is gone');
    }
    await expect(institution().deliveries.create(broken())).rejects.toMatchObject({
      code: 'delivery-interrupted',
      report: { lines: 0 },
      cause: { message: 'The disk is gone' },
    });
  }, 20_000);
});
