import type { Bytes } from '../bytes/bytes.ts';
import { concat } from '../bytes/bytes.ts';

/**
 * Decompresses the zlib format (RFC 1950) up to `limit` bytes.
 * Gives undefined for what is damaged, cut off, followed by other bytes, or larger.
 */
export async function inflate(compressed: Bytes, limit: number): Promise<Bytes | undefined> {
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  // What goes wrong there is seen where the other end is read.
  writer.write(compressed).catch(() => {});
  writer.close().catch(() => {});
  const parts: Bytes[] = [];
  let length = 0;
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(...parts);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return undefined;
      }
      parts.push(value);
    }
  } catch {
    return undefined;
  }
}
