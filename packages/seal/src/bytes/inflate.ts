import type { Bytes } from './bytes.ts';
import { concat } from './bytes.ts';

/**
 * Decompresses the zlib format (RFC 1950) up to `limit` bytes.
 * Gives undefined for what is damaged, cut off, followed by other bytes, or larger.
 */
export async function inflate(compressed: Bytes, limit: number): Promise<Bytes | undefined> {
  const source = new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(compressed);
      controller.close();
    },
  });
  const parts: Bytes[] = [];
  let length = 0;
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
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
