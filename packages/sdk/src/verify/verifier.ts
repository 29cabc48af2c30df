import type { Extract, Verdict } from '@diplomaregister/contract';
import type { SealCrypto } from '@diplomaregister/seal/verify';
import { sealReasons, verifySeal } from '@diplomaregister/seal/verify';
import type { TrustedAnchors } from './anchors.ts';
import { pinnedAnchors } from './anchors.ts';
import { instant, refuse } from './checks.ts';
import { conclude } from './conclude.ts';
import type { ExtractFile, VerifyOptions } from './options.ts';
import { readExtract } from './read-extract.ts';
import { hasHeader, readFile } from './read-file.ts';
import { Misfit } from './reader.ts';
import { Finding } from './reasons.ts';
import { openRegister } from './register.ts';
import type { Standings } from './standings.ts';
import { keepStandings } from './standings.ts';
import type { Trust } from './trust.ts';
import { keepTrust } from './trust.ts';

/** Checks many files against one register. */
export interface Verifier {
  /**
   * Checks the file of an extract, as {@link verify} does. What the register published is kept for
   * as long as it says that it may be: a minute for how diplomas stand, some minutes for the rest.
   */
  verify(file: ExtractFile): Promise<Verdict>;
}

/** Where the answers come from. */
interface Sources {
  readonly pinned: TrustedAnchors | undefined;
  readonly trust: () => Promise<Trust>;
  readonly standings: Standings;
}

/** Milliseconds after which a file is looked at without waiting for the register any longer. */
const patience = 1_000;

/** Makes a verifier. Nothing is fetched before the first file; the signal ends all of its checks. */
export function createVerifier(options: VerifyOptions): Verifier {
  const { crypto = globalThis.crypto, now = () => new Date(), signal } = options;
  let opened: Sources | undefined;

  function open(): Sources {
    const pinned = options.anchors && pinnedAnchors(options.anchors);
    const register = openRegister(options.register, options);
    const trust = keepTrust(register, pinned, crypto, now);
    return { pinned, trust, standings: keepStandings(register, trust, crypto, now) };
  }

  async function check(file: Uint8Array, time: Date): Promise<Verdict> {
    if (!hasHeader(file)) throw new Finding('not-a-pdf');
    opened ??= open();
    const { pinned, standings, trust } = opened;
    const gathered = trust();
    if (!(await isThereSoon(gathered))) await refuseWithout(file, pinned, { now: time, crypto });
    const report = await (await gathered).seals.verify(file, { now: time });
    if (report.outcome !== 'sealed') throw new Finding(report.reason);
    const extract = understand(report.attachment);
    return conclude(extract, report, await standings(extract), basisAt(time));
  }

  const basisAt = (time: Date) => ({
    checkedAt: instant(time),
    trust: options.anchors ? ('pinned' as const) : ('tls' as const),
  });

  return {
    async verify(file) {
      signal?.throwIfAborted();
      const time = now();
      try {
        return await check(await readFile(file), time);
      } catch (error) {
        signal?.throwIfAborted();
        const reason = error instanceof Finding ? error.reason : 'could-not-check';
        return refuse('extract', reason, basisAt(time));
      }
    },
  };
}

/** Whether a promise is fulfilled before patience ends. */
async function isThereSoon(promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const there = promise.then(
    () => true,
    () => false,
  );
  const isThere = await Promise.race([there, late]);
  clearTimeout(timer);
  return isThere;
}

/**
 * Refuses what no answer of the register could make genuine: one that is away must not make a
 * holiday photo "inconclusive", and one that hangs must not make anybody wait for it.
 *
 * @throws Finding when the file is refused.
 */
async function refuseWithout(
  file: Uint8Array,
  pinned: TrustedAnchors | undefined,
  options: { readonly now: Date; readonly crypto: SealCrypto },
): Promise<void> {
  const anchors = pinned ?? { seal: [], timestamp: [] };
  const report = await verifySeal(file, { ...options, anchors, revocationLists: [] });
  if (report.outcome === 'sealed' || report.outcome === 'inconclusive') return;
  const isFinal = pinned
    ? sealReasons[report.reason].check !== 'seal-trusted'
    : report.reason === 'not-a-pdf' || report.reason === 'no-seal';
  if (isFinal) throw new Finding(report.reason);
}

function understand(attachment: Uint8Array): Extract {
  try {
    return readExtract(attachment);
  } catch (error) {
    if (error instanceof Misfit) throw new Finding('extract-not-understood');
    throw error;
  }
}
