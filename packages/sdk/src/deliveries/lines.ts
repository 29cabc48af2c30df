import type { DeliveryLine } from '@diplomaregister/contract';

/** Lines of a delivery: records, or NDJSON as text or as pieces of text of any length. */
export type DeliveryInput =
  | string
  | Iterable<DeliveryLine>
  | AsyncIterable<DeliveryLine>
  | AsyncIterable<string>;

/** Lines that are sent in one request. */
export interface DeliveryPart {
  /** NDJSON, each line with its line end. */
  readonly text: string;
  /** The number of each line in the whole input, counted from 1. */
  readonly numbers: readonly number[];
}

/** What the register takes at once. The size is in UTF-16 units, so at most three times the bytes. */
const limits = { lines: 10_000, size: 4_000_000 };

/** Cuts the input into parts that the register takes at once. Empty lines are left out. */
export async function* splitIntoParts(input: DeliveryInput): AsyncGenerator<DeliveryPart> {
  let lines: string[] = [];
  let numbers: number[] = [];
  let size = 0;
  let number = 0;
  const part = () => ({ text: lines.join(''), numbers });

  for await (const line of readLines(input)) {
    number += 1;
    if (line.trim() === '') continue;
    if (lines.length === limits.lines || (size + line.length > limits.size && size > 0)) {
      yield part();
      [lines, numbers, size] = [[], [], 0];
    }
    lines.push(`${line}\n`);
    numbers.push(number);
    size += line.length;
  }
  if (lines.length > 0) yield part();
}

async function* readLines(input: DeliveryInput): AsyncGenerator<string> {
  let rest = '';
  let begins = true;
  for await (const item of typeof input === 'string' ? [input] : input) {
    if (typeof item !== 'string') {
      yield JSON.stringify(item);
      continue;
    }
    const lines = (rest + (begins ? item.replace(/^\uFEFF/, '') : item)).split('\n');
    begins = false;
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
