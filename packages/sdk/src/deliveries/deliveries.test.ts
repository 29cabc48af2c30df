import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import type { DeliveryLine } from '@diplomaregister/contract';
import { exampleDeliveryLines } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  BrokenInputError,
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

function streamOf<T>(items: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });
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

  it('takes bytes and files of another realm, as of a test that Jest runs', async () => {
    const bytes = new TextEncoder().encode('{"a":"ë"}\n{"b":2}\n');
    const expected = [{ text: '{"a":"ë"}\n{"b":2}\n', numbers: [1, 2] }];
    const foreign = runInNewContext('Uint8Array.from(bytes)', { bytes });
    expect(await partsOf(streamOf<Uint8Array>([foreign]))).toEqual(expected);
    const stream = { getReader: () => streamOf([bytes]).getReader() } as ReadableStream<Uint8Array>;
    expect(await partsOf(stream)).toEqual(expected);
    expect(await partsOf({ stream: () => streamOf([bytes]) } as Blob)).toEqual(expected);
  });

  it('gives nothing for nothing', async () => {
    for (const nothing of ['', [], new Blob([])]) expect(await partsOf(nothing)).toEqual([]);
  });

  it('takes bytes from a file, a stream of the web and a stream of Node', async () => {
    const text = '\uFEFF{"a":"ë€😀"}\r\n{"b":2}\n';
    const expected = [{ text: '{"a":"ë€😀"}\n{"b":2}\n', numbers: [1, 2] }];
    const bytes = new TextEncoder().encode(text);
    // Characters of several bytes are cut everywhere.
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await partsOf(new Blob([bytes]))).toEqual(expected);
    expect(await partsOf(streamOf(single))).toEqual(expected);
    expect(await partsOf(streamOf([...text]))).toEqual(expected);
    expect(await partsOf(Readable.from(single))).toEqual(expected);
  });

  it('lets go of a stream that nobody reads any longer', async () => {
    let cancelled = false;
    const stream = new ReadableStream<string>({
      pull: (controller) => controller.enqueue(`${'x'.repeat(3_000_000)}\n`),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of splitIntoParts(stream)) break;
    expect(cancelled).toBe(true);
  });

  it('goes on after a line, by its number in the input', async () => {
    const parts = [];
    for await (const part of splitIntoParts('{"a":1}\n\n{"b":2}\n{"c":3}\n', 2)) parts.push(part);
    expect(parts).toEqual([{ text: '{"b":2}\n{"c":3}\n', numbers: [3, 4] }]);
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

  it.each([
    ['is cut off in the middle of a line', 'input-cut-off', 3, '{"action":"withd'],
    ['is not UTF-8', 'input-not-utf-8', 3, '{"name":"Zo\xeb"}\n'],
    ['has no line ends', 'input-line-too-long', 3, 'Zo'.repeat(8_000_001)],
  ])(
    'of a file that %s stores the whole lines, and says what to do',
    async (_, code, line, end) => {
      const whole = [...unknown(2)].map((each) => `${JSON.stringify(each)}\n`).join('');
      const file = new Blob([Buffer.from(whole + end, 'latin1')]);
      const failure = await institution()
        .deliveries.create(file)
        .then(undefined, (error: unknown) => error);
      expect(failure).toBeInstanceOf(DeliveryInterruptedError);
      expect(failure).toMatchObject({ code, report: { lines: 2, through: 2 }, cause: { line } });
      expect(failure).toMatchObject({ cause: expect.any(BrokenInputError) });
      expect(String(failure)).toMatch(/Line 3 .*: (make it whole|write )/);
      expect(String(failure)).not.toContain('Zo');
    },
  );

  it('of a stream without line ends and without end reads no more than a line can have', async () => {
    let length = 0;
    async function* endless() {
      for (;;) {
        length += 1_000_000;
        yield 'x'.repeat(1_000_000);
      }
    }
    const delivered = institution().deliveries.create(endless());
    await expect(delivered).rejects.toMatchObject({ code: 'input-line-too-long' });
    expect(length).toBeLessThan(20_000_000);
  });

  it('goes on where it stopped', async () => {
    let sent = 0;
    const { deliveries } = institution((input, init) => {
      if (init?.method === 'POST' && ++sent === 2) throw new TypeError('The line was cut');
      return register.fetch(input, init);
    });
    const failure = await deliveries
      .create(unknown(10_001))
      .then(undefined, (error: unknown) => error);
    if (!(failure instanceof DeliveryInterruptedError)) throw failure;
    const after = failure.report.through;
    const report = await deliveries.create(unknown(10_001), { after });
    expect([after, report.lines, report.through]).toEqual([10_000, 1, 10_001]);
    expect(report.rejections.map(({ line }) => line)).toEqual([10_001]);
  }, 20_000);

  it('can be looked up part by part', async () => {
    const { deliveries } = institution();
    const { parts } = await deliveries.create(unknown(2));
    const id = parts[0]?.id ?? '';
    expect(await deliveries.get(id)).toEqual(parts[0]);
    const { items } = await deliveries.rejections(id);
    expect(items.map(({ recordId }) => recordId)).toEqual(['unknown-1', 'unknown-2']);
  });

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
