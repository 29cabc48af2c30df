import { BrokenInputError } from '../errors.ts';
import { type DeliveryInput, readLines } from './read-lines.ts';

/** Lines that are sent in one request. */
export interface DeliveryPart {
  /** NDJSON, each line with its line end. */
  readonly text: string;
  /** The number of each line in the whole input, counted from 1. */
  readonly numbers: readonly number[];
}

/** What the register takes at once. The size is in UTF-16 units, so at most three times the bytes. */
const limits = { lines: 10_000, size: 4_000_000 };

/**
 * Cuts the lines of the input that come after line `after` into parts that the register takes at
 * once. Empty lines are left out.
 *
 * @throws BrokenInputError after the last whole line, when the input breaks off.
 */
export async function* splitIntoParts(
  input: DeliveryInput,
  after = 0,
): AsyncGenerator<DeliveryPart> {
  let lines: string[] = [];
  let numbers: number[] = [];
  let size = 0;
  let number = 0;
  let broken: BrokenInputError | undefined;
  const part = () => ({ text: lines.join(''), numbers });

  try {
    for await (const line of readLines(input)) {
      number += 1;
      if (number <= after || line.trim() === '') continue;
      if (lines.length === limits.lines || (size + line.length > limits.size && size > 0)) {
        yield part();
        [lines, numbers, size] = [[], [], 0];
      }
      lines.push(`${line}\n`);
      numbers.push(number);
      size += line.length;
    }
  } catch (error) {
    // What is whole is sent first.
    if (!(error instanceof BrokenInputError)) throw error;
    broken = error;
  }
  if (lines.length > 0) yield part();
  if (broken) throw broken;
}
