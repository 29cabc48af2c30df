import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate as inNode } from './in-node.ts';
import { inflate as inStreams } from './in-streams.ts';

const text = new TextEncoder().encode('uittreksel '.repeat(100));
const compressed = new Uint8Array(deflateSync(text));

describe.each([
  ['in streams', inStreams],
  ['in Node', inNode],
])('inflating %s', (_, inflate) => {
  it('gives what was compressed, up to the limit', async () => {
    expect(await inflate(compressed, text.length)).toEqual(text);
    expect(await inflate(compressed, text.length - 1)).toBeUndefined();
  });

  it.each([
    ['cut off', compressed.slice(0, -1)],
    ['followed by another byte', Uint8Array.of(...compressed, 0)],
    ['damaged', compressed.with(compressed.length - 1, (compressed.at(-1) ?? 0) ^ 1)],
    ['of another format', compressed.subarray(2)],
    ['empty', new Uint8Array()],
  ])('gives nothing for what is %s', async (_case, bytes) => {
    expect(await inflate(bytes.slice(), 1e6)).toBeUndefined();
  });
});
