import { createHash } from 'node:crypto';
import type { Extract, ExtractRequest } from '@diplomaregister/contract';
import { insertSignature, SealError } from '@diplomaregister/seal/seal';
import type { Acting } from '../access/caller.ts';
import type { CurrentDiploma } from '../diplomas/current-diplomas.ts';
import { findStandingDiplomas } from '../diplomas/standing-diplomas.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { ExtractRow } from '../store/schema.ts';
import type { Conclude } from '../store/store.ts';
import { ComposerBusyError } from './compose/composer.ts';
import { storeExtract } from './issued-extracts.ts';
import type { KeptExtract } from './kept-extract.ts';
import { createExtractNumber, type ExtractNumber } from './number.ts';

/** An extract that was just issued. The register does not keep the file. */
export interface NewExtract {
  readonly number: ExtractNumber;
  /** The sealed PDF. */
  readonly file: Uint8Array;
  /** What the file can be made of again. */
  readonly kept: KeptExtract;
}

/** Seconds after which a download that could not be served may be tried again. */
const retryAfter = { composerBusy: '2', timestampUnavailable: '30' } as const;

/** Made once: in a burst it is given hundreds of times a second, and each would note where it was made. */
const composerBusy = new Problem('unavailable', {
  headers: { 'Retry-After': retryAfter.composerBusy },
});

/**
 * Composes and seals an extract of the holder's own diplomas, and notes that it was issued. Gives
 * what `conclude` makes of it in the transaction that notes it.
 *
 * @throws {Problem} `not-found` for a diploma that is not there or not theirs, `diploma-withdrawn`,
 *   or `unavailable` when there is no timestamp to be had: then nothing is issued.
 */
export async function issueExtract<Result>(
  register: Register,
  caller: Acting,
  { diplomaIds, language }: ExtractRequest,
  conclude: Conclude<NewExtract, Result>,
): Promise<Result> {
  const diplomas = await findStandingDiplomas(register, caller.holderId, diplomaIds);
  const issuedAt = register.now();
  const number = createExtractNumber();
  const extract: Extract = {
    profile: 'diplomaregister-extract-1',
    number,
    issuedAt: issuedAt.toISOString(),
    language,
    example: register.keys.example,
    diplomas: diplomas.map(({ content, status }) => ({ status, ...content })),
  };
  const { file, signature } = await sealExtract(register, extract);
  const sha256 = createHash('sha256').update(file).digest();
  const row: ExtractRow = {
    holderId: caller.holderId,
    number,
    sha256,
    issuedAt,
    language,
    ...versionsOf(diplomas),
  };
  return storeExtract(register, caller, row, (transaction) =>
    conclude(transaction, { number, file, kept: { extract, signature, sha256 } }),
  );
}

/**
 * Turns away who asks for an extract that could not be composed in good time, before anything was
 * done for them: in a burst there are many.
 *
 * @throws {Problem} `unavailable` then.
 */
export function demandRoom({ composer }: Pick<Register, 'composer'>): void {
  if (composer.isBusy()) throw composerBusy;
}

/**
 * Does work that issues an extract, unless it could not be composed in good time.
 *
 * @throws {Problem} `unavailable` then, before the work began.
 */
export async function whileThereIsRoom<Result>(
  { composer }: Pick<Register, 'composer'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await composer.admit(work);
  } catch (error) {
    throw error instanceof ComposerBusyError ? composerBusy : error;
  }
}

async function sealExtract(
  { composer, configuration: { checkUrl }, keys: { sealer } }: Register,
  extract: Extract,
): Promise<{ readonly file: Uint8Array; readonly signature: Uint8Array }> {
  try {
    const { preparation } = sealer;
    const prepared = await composer.compose({ extract, checkUrl, preparation });
    const signature = await sealer.sign(prepared);
    return { file: insertSignature(prepared, signature), signature };
  } catch (error) {
    if (error instanceof SealError && error.code === 'timestamp-unavailable') {
      throw new Problem('unavailable', {
        headers: { 'Retry-After': retryAfter.timestampUnavailable },
      });
    }
    throw error;
  }
}

function versionsOf(diplomas: readonly CurrentDiploma[]) {
  return {
    diplomaIds: diplomas.map(({ id }) => id),
    diplomaVersions: diplomas.map(({ version }) => version),
  };
}
