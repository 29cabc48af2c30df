import type {
  Extract,
  ExtractedDiploma,
  Verdict,
  VerifiedDiploma,
} from '@diplomaregister/contract';
import type { SealAnchors, SealReport } from '@diplomaregister/seal/verify';
import { sealReasons, verifySeal } from '@diplomaregister/seal/verify';
import { anchorsOf, pinnedAnchors, revocationListsOf } from './anchors.ts';
import { describeChecks, instant, refuse } from './checks.ts';
import type { VerifyOptions } from './options.ts';
import { outcomeOf } from './outcome.ts';
import { readExtract } from './read-extract.ts';
import { Misfit } from './reader.ts';
import { Finding } from './reasons.ts';
import { openRegister } from './register.ts';
import type { Standing } from './standings.ts';
import { standingsOf } from './standings.ts';

/** The largest file that is looked at, in bytes; an extract has less than a hundredth of it. */
const largest = 16 * 1024 * 1024;

type Sealed = globalThis.Extract<SealReport, { outcome: 'sealed' }>;

/** Checks the file of an extract. Only the register's public lists are fetched. */
export async function verifyExtract(
  file: Blob | ArrayBuffer | Uint8Array,
  options: VerifyOptions,
): Promise<Verdict> {
  const { signal } = options;
  signal?.throwIfAborted();
  const now = options.now?.() ?? new Date();
  const trust = options.anchors ? 'pinned' : 'tls';
  try {
    const bytes = await readFile(file);
    return await check(bytes, now, options, { checkedAt: instant(now), trust });
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Finding ? error.reason : 'could-not-check';
    return refuse('extract', reason, { checkedAt: instant(now), trust });
  }
}

async function readFile(file: Blob | ArrayBuffer | Uint8Array): Promise<Uint8Array> {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > largest) throw new Finding('file-too-large');
  if (file instanceof Uint8Array) return file;
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Finding('file-unreadable');
  }
}

type Basis = Pick<Verdict, 'checkedAt' | 'trust'>;

async function check(
  file: Uint8Array,
  now: Date,
  options: VerifyOptions,
  basis: Basis,
): Promise<Verdict> {
  const { crypto = globalThis.crypto } = options;
  const pinned = options.anchors && pinnedAnchors(options.anchors);
  await refuseAtOnce(file, { anchors: pinned ?? noAnchors, now, crypto }, pinned !== undefined);
  if (!crypto?.subtle) throw new Finding('crypto-unavailable');

  const register = openRegister(options.register, options);
  const anchors = pinned ?? (await anchorsOf(register));
  const revocationLists = await revocationListsOf(register, anchors);
  const report = await verifySeal(file, { anchors, revocationLists, now, crypto });
  if (report.outcome !== 'sealed') throw new Finding(report.reason);

  const extract = understand(report.attachment);
  const trust = { anchors: anchors.status, revocationLists, now, crypto };
  return conclude(extract, report, await standingsOf(extract, register, trust), basis);
}

const noAnchors = { seal: [], timestamp: [], status: [] };

/**
 * Refuses what no answer of the register could make genuine, without asking it: a register that is
 * away must not make a holiday photo "inconclusive".
 *
 * @throws Finding when the file is refused.
 */
async function refuseAtOnce(
  file: Uint8Array,
  options: { readonly anchors: SealAnchors; readonly now: Date; readonly crypto: Crypto },
  pinned: boolean,
): Promise<void> {
  const report = await verifySeal(file, { ...options, revocationLists: [] });
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

/**
 * Puts the seal and the standings together. What is not known keeps an extract from being genuine;
 * of one with a withdrawn diploma, those that are not known to stand are left out.
 */
function conclude(
  extract: Extract,
  report: Sealed,
  standings: readonly Standing[],
  basis: Basis,
): Verdict {
  const unknown = standings.find((standing) => typeof standing === 'object');
  if (unknown && !standings.includes('withdrawn')) throw new Finding(unknown.reason);
  const diplomas = extract.diplomas.flatMap((diploma, index) =>
    verifiedDiploma(diploma, standings[index]),
  );
  const found = outcomeOf(diplomas);
  const reason = found.outcome === 'genuine' ? undefined : (`diploma-${found.outcome}` as const);
  return {
    ...found,
    subject: {
      kind: 'extract',
      number: extract.number,
      issuedAt: extract.issuedAt,
      sealedAt: instant(report.sealedAt),
      language: extract.language,
      issuer: report.issuer,
      example: extract.example,
    },
    ...basis,
    checks: describeChecks('extract', reason),
  };
}

function verifiedDiploma(
  { status: _status, ...diploma }: ExtractedDiploma,
  standing: Standing | undefined,
): readonly VerifiedDiploma[] {
  switch (standing) {
    case 'valid':
    case 'superseded':
      return [{ standing, diploma }];
    case 'withdrawn':
      return [{ standing }];
    default:
      return [];
  }
}
