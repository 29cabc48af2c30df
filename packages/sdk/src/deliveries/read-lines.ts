import type { DeliveryLine } from '@diplomaregister/contract';
import { BrokenInputError } from '../errors.ts';

/**
 * Lines of a delivery: records, or NDJSON (UTF-8) as text, a file, or pieces of either of any
 * length. A stream of the web or of Node gives pieces.
 */
export type DeliveryInput =
  | string
  | Blob
  | Iterable<DeliveryLine>
  | AsyncIterable<DeliveryLine>
  | AsyncIterable<string>
  | AsyncIterable<Uint8Array>
  | ReadableStream<string>
  | ReadableStream<Uint8Array>;

/** Longer than any line that a register reads, in UTF-16 units: a whole file without line ends. */
const longest = 16_000_000;

type Piece = string | Uint8Array | DeliveryLine;

/**
 * Reads lines, without their ends.
 *
 * @throws BrokenInputError when a line is not UTF-8 or has no end, or the last one is cut off: every
 *   line before it was given.
 */
export async function* readLines(input: DeliveryInput): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';

  function check(line: string): string {
    number += 1;
    // What a decoder makes of bytes that are not UTF-8: a name would be spoiled.
    if (line.includes('\uFFFD')) throw new BrokenInputError('input-not-utf-8', number);
    return line.replace(/\r$/, '');
  }

  for await (const piece of pieces(input)) {
    if (typeof piece !== 'string' && !ArrayBuffer.isView(piece)) {
      yield JSON.stringify(piece);
      continue;
    }
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    if (number === 0) rest = rest.replace(/^\uFEFF/, '');
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield check(line);
    if (rest.length > longest) throw new BrokenInputError('input-line-too-long', number + 1);
  }
  rest += decoder.decode();
  if (rest.trim() === '') return;
  const last = check(rest);
  // A file that was written half ends in the middle of a line.
  if (!isJson(last)) throw new BrokenInputError('input-cut-off', number);
  yield last;
}

async function* pieces(input: DeliveryInput): AsyncGenerator<Piece> {
  if (typeof input === 'string') yield input;
  else if ('stream' in input) yield* readStream<Uint8Array>(input.stream());
  else if ('getReader' in input) yield* readStream<string | Uint8Array>(input);
  else yield* input;
}

/** By its reader: not every browser can iterate over a stream. */
async function* readStream<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever fills it need not go on.
    reader.cancel().catch(() => {});
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
