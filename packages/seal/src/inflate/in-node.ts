import { inflateSync } from 'node:zlib';
import type { Bytes } from '../bytes/bytes.ts';
import { asBytes } from '../bytes/bytes.ts';

/** As `in-streams.ts` does: the streams of Node take ten times as long for an attachment. */
export async function inflate(compressed: Bytes, limit: number): Promise<Bytes | undefined> {
  try {
    const { buffer, engine } = inflateSync(compressed, {
      maxOutputLength: limit,
      info: true,
    }) as unknown as Inflated;
    return engine.bytesWritten === compressed.length ? asBytes(buffer) : undefined;
  } catch {
    return undefined;
  }
}

/** What zlib gives with the option `info`: `bytesWritten` counts what it took from the input. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
