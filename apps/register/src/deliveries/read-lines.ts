import { bodyLimits } from '../http/body-limits.ts';
import { Problem } from '../problems/problem.ts';

/** The most lines that a delivery may have. */
export const lineLimit = 10_000;
/** The most bytes that a line may have, its end not counted. */
export const lineLengthLimit = 64 * 1024;

/** A line as it came; `bytes` is absent when it was longer than a line may be. */
export interface RawLine {
  /** From 1, blank lines counted too, so that it is the number that an editor shows. */
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const blank = new Set([0x09, 0x20, carriageReturn]);

/**
 * Splits a stream of bytes into lines, and passes over blank ones. A line that is too long is not
 * kept in memory.
 *
 * @throws {Problem} for a body or a delivery that is too long.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  let lines = 0;

  function endLine(): RawLine | undefined {
    const line = { number, bytes: length > lineLengthLimit ? undefined : joined(parts, length) };
    const isBlank = line.bytes !== undefined && isAllBlank(line.bytes);
    parts = [];
    length = 0;
    number += 1;
    if (isBlank) return undefined;
    lines += 1;
    return line;
  }

  for await (const chunk of withinLimit(body)) {
    let start = 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(newline, start);
      const part = chunk.subarray(start, end === -1 ? chunk.length : end);
      length += part.length;
      if (length <= lineLengthLimit) parts.push(part);
      else parts = [];
      start += part.length + 1;
      if (end === -1) break;
      const line = endLine();
      if (line !== undefined && lines <= lineLimit) yield line;
    }
  }
  const last = endLine();
  if (last !== undefined && lines <= lineLimit) yield last;
  // Told only now that all was read, so that the sender hears it.
  if (lines > lineLimit) {
    throw new Problem('delivery-too-long', {
      detail: `A delivery has at most ${lineLimit} lines; send it in parts.`,
      errors: [{ in: 'body', code: 'too-many-lines', detail: 'There are too many lines.' }],
    });
  }
}

/** Most lines come in one part. */
function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  return (parts.length === 1 ? parts[0] : undefined) ?? Buffer.concat(parts, length);
}

function isAllBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (!blank.has(byte)) return false;
  return true;
}

async function* withinLimit(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bodyLimits.createDelivery) {
      throw new Problem('content-too-large', { headers: { Connection: 'close' } });
    }
    yield chunk;
  }
}
