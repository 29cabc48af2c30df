import type { Verdict } from '@diplomaregister/contract';
import type { VerifyInput, VerifyOptions } from './options.ts';
import { verifyExtract } from './verify-extract.ts';
import { verifyShare } from './verify-share.ts';

/**
 * Checks an extract or a share against the register.
 *
 * A file never leaves this machine: only public lists are fetched. The promise rejects only when
 * `signal` is aborted; whatever else goes wrong is a verdict.
 */
export function verify(input: VerifyInput, options: VerifyOptions): Promise<Verdict> {
  const isFile =
    input instanceof Blob || input instanceof ArrayBuffer || input instanceof Uint8Array;
  return isFile ? verifyExtract(input, options) : verifyShare(input, options);
}
