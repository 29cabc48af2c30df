import type { Verdict } from '@diplomaregister/contract';
import type { VerifyInput, VerifyOptions } from './options.ts';
import { isFile } from './options.ts';
import { createVerifier } from './verifier.ts';
import { verifyShare } from './verify-share.ts';

/**
 * Checks an extract or a share against the register.
 *
 * A file never leaves this machine: only public lists are fetched. The promise rejects only when
 * `signal` is aborted; whatever else goes wrong is a verdict.
 */
export async function verify(input: VerifyInput, options: VerifyOptions): Promise<Verdict> {
  if (!isFile(input)) return verifyShare(input, options);
  // What is still under way when the verdict is there would keep a program from ending.
  const done = new AbortController();
  const signals = [done.signal, ...(options.signal ? [options.signal] : [])];
  try {
    return await createVerifier({ ...options, signal: AbortSignal.any(signals) }).verify(input);
  } finally {
    done.abort();
  }
}
