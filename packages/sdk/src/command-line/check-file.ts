import { openAsBlob } from 'node:fs';
import type { Verifier } from '../verify/verifier.ts';
import type { Found } from './find-files.ts';
import type { Checked } from './say-result.ts';

/** Checks what was found at a path. */
export async function checkFile({ kind, path }: Found, verifier: Verifier): Promise<Checked> {
  if (kind !== 'file') return { path, gap: kind };
  try {
    return { path, verdict: await verifier.verify(await openAsBlob(path)) };
  } catch {
    return { path, gap: 'no-access' };
  }
}
