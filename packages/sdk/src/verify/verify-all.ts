import type { Verdict } from '@diplomaregister/contract';
import { inOrder } from './in-order.ts';
import type { VerifyInput, VerifyOptions } from './options.ts';
import { isFile } from './options.ts';
import { createVerifier } from './verifier.ts';
import { verifyShare } from './verify-share.ts';

/** How to check many. */
export interface VerifyAllOptions extends VerifyOptions {
  /** So many are under way at once, and in memory; 4 when absent. */
  readonly concurrency?: number | undefined;
}

/** What was checked, with its verdict. */
export interface Verified<Input extends VerifyInput = VerifyInput> {
  readonly input: Input;
  readonly verdict: Verdict;
}

/**
 * Checks many extracts and shares, and gives their verdicts in the order of the inputs, each as soon as
 * it is there. The register is asked for each of its lists once, for as long as they may be kept.
 *
 * Inputs that cannot be checked have a verdict like any other. It rejects when `signal` is aborted, and
 * when the inputs break off, with their error, after the verdicts on all inputs before.
 *
 * @throws TypeError when `concurrency` is not a whole number of 1 or more.
 */
export function verifyAll<Input extends VerifyInput>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  { concurrency = 4, ...options }: VerifyAllOptions,
): AsyncGenerator<Verified<Input>> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new TypeError('`concurrency` must be a whole number of 1 or more');
  }
  return verifyInOrder(inputs, concurrency, options);
}

async function* verifyInOrder<Input extends VerifyInput>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  concurrency: number,
  options: VerifyOptions,
): AsyncGenerator<Verified<Input>> {
  // What is still under way when nobody wants more would keep a program from ending.
  const done = new AbortController();
  const signals = [done.signal, ...(options.signal ? [options.signal] : [])];
  const within = { ...options, signal: AbortSignal.any(signals) };
  const verifier = createVerifier(within);
  const check = async (input: Input) => ({
    input,
    verdict: await (isFile(input) ? verifier.verify(input) : verifyShare(input, within)),
  });
  try {
    for await (const verified of inOrder(inputs, concurrency, check)) {
      options.signal?.throwIfAborted();
      yield verified;
    }
  } finally {
    done.abort();
  }
}
