import { decodeHex, toLatin1 } from './bytes/bytes.ts';
import type { Trust } from './checks/seal-trusted.ts';
import { checkTrusted } from './checks/seal-trusted.ts';
import { findSignatory, readSeal, verifySignatory } from './checks/sealed-by-register.ts';
import { checkUnchanged } from './checks/unchanged.ts';
import { readSealedDocument } from './pdf/document.ts';
import type { Attachment } from './pdf/document-rules.ts';
import { readDocumentRules } from './pdf/document-rules.ts';
import type { Span } from './pdf/objects.ts';
import { readSealRevision } from './pdf/seal-revision.ts';
import type { SealCheckName, SealFailure, SealReason } from './reasons.ts';
import { demand, Rejection, sealReasons } from './reasons.ts';
import type { SealCrypto } from './seal-crypto.ts';
import { TrustAnchors } from './x509/path.ts';
import { readRevocationLists } from './x509/revocation-list.ts';

export type CheckResult = 'pass' | 'fail' | 'inconclusive' | 'skipped';

/** One of the three checks that people see. */
export interface SealCheck {
  readonly name: SealCheckName;
  readonly result: CheckResult;
  /** Why it did not pass; {@link sealReasons} tells what each code means. */
  readonly reason?: SealReason;
}

/** The certificates (DER) that must be led to, each for its own. */
export interface SealAnchors {
  readonly seal: readonly Uint8Array[];
  readonly timestamp: readonly Uint8Array[];
}

export interface SealVerifierOptions {
  readonly anchors: SealAnchors;
  /** Revocation lists (DER) of the authorities of seals and of timestamps, current at the time. */
  readonly revocationLists: readonly Uint8Array[];
  readonly crypto?: SealCrypto;
}

export interface VerifySealOptions extends SealVerifierOptions {
  /** The present time; by default that of this machine. */
  readonly now?: Date;
}

/** Verifies many files with the same anchors and revocation lists. */
export interface SealVerifier {
  /** As {@link verifySeal} does; `now` is the present time, by default that of this machine. */
  verify(file: Uint8Array, options?: { readonly now?: Date }): Promise<SealReport>;
}

/** The answer, with the checks that led to it. Only a sealed file gives content. */
export type SealReport =
  | {
      readonly outcome: 'sealed';
      /** The proven time of sealing, from the timestamp. */
      readonly sealedAt: Date;
      /** The organization that the trust anchor names; never a name from the document. */
      readonly issuer: string;
      /** The bytes of `extract.json`, from the sealed part of the file. */
      readonly attachment: Uint8Array;
      readonly checks: readonly SealCheck[];
    }
  | {
      readonly outcome: SealFailure;
      readonly reason: SealReason;
      readonly checks: readonly SealCheck[];
    };

/** The largest file that is looked at, in bytes. */
const mostBytes = 32 * 1024 * 1024;

const checkNames = ['sealed-by-register', 'unchanged', 'seal-trusted'] as const;

/**
 * Whether `file` is an extract as the register sealed it: a PDF with one PAdES B-T signature that
 * covers it whole, from a signer under a seal anchor. Fails closed and never throws.
 */
export async function verifySeal(
  file: Uint8Array,
  options: VerifySealOptions,
): Promise<SealReport> {
  return reported(() => verify(file, readTrust(options), options));
}

/**
 * Reads anchors and revocation lists, and verifies what leads from signers to anchors, once for many
 * files. Make another one when there are newer lists. Throws for anchors that are not certificates.
 * The answers are those of {@link verifySeal}.
 */
export function createSealVerifier(options: SealVerifierOptions): SealVerifier {
  const trust = readTrust(options);
  const { crypto } = options;
  return {
    verify: (file, { now } = {}) =>
      reported(() => verify(file, trust, { ...(crypto && { crypto }), ...(now && { now }) })),
  };
}

function readTrust({ anchors, revocationLists }: SealVerifierOptions): Trust {
  return {
    seal: new TrustAnchors(anchors.seal),
    timestamp: new TrustAnchors(anchors.timestamp),
    revocationLists: readRevocationLists(revocationLists),
  };
}

async function reported(verification: () => Promise<SealReport>): Promise<SealReport> {
  try {
    return await verification();
  } catch (error) {
    return failure(error instanceof Rejection ? error.reason : 'could-not-check');
  }
}

function failure(reason: SealReason): SealReport {
  const { check, outcome } = sealReasons[reason];
  const failed = checkNames.indexOf(check);
  const result = outcome === 'inconclusive' ? 'inconclusive' : 'fail';
  const checks = checkNames.map((name, index): SealCheck => {
    if (index === failed) return { name, result, reason };
    return { name, result: index < failed ? 'pass' : 'skipped' };
  });
  return { outcome, reason, checks };
}

async function verify(
  original: Uint8Array,
  trust: Trust,
  options: Pick<VerifySealOptions, 'crypto' | 'now'>,
): Promise<SealReport> {
  const { crypto = globalThis.crypto, now = new Date() } = options;
  demand(original.length <= mostBytes, 'file-too-large');
  // A copy of our own, which nobody can change between two checks.
  const file = new Uint8Array(original);
  const structure = readStructure(file);
  if ('reason' in structure) {
    const isPdf = toLatin1(file, 0, 5) === '%PDF-';
    await findSignatory(crypto, file, trust.seal, isPdf ? 'no-seal' : 'not-a-pdf');
    throw new Rejection(structure.reason);
  }
  const cms = decodeHex(file.subarray(structure.hole.start, structure.hole.end));
  const seal = readSeal(cms);

  // All checks are begun at once, so that none waits for another's cryptography, and then looked
  // at in their order: what the first one finds is the answer.
  const signatory = begin(verifySignatory(crypto, seal, trust.seal));
  const unchanged = begin(checkUnchanged(crypto, { ...structure, file, cms, seal }, signatory));
  const trusted = begin(checkTrusted(crypto, seal.signer, signatory, trust, now));
  const { issuer } = await signatory;
  const attachment = await unchanged;
  const sealedAt = await trusted;
  const checks = checkNames.map((name) => ({ name, result: 'pass' as const }));
  return { outcome: 'sealed', sealedAt, issuer, attachment, checks };
}

/** Lets a check fail before anybody looks at it; whoever awaits it later still sees that. */
function begin<Result>(check: Promise<Result>): Promise<Result> {
  check.catch(() => {});
  return check;
}

/** What the file turned out to be, read strictly: a sealed document, or the reason why not. */
type Structure =
  | { readonly hole: Span; readonly attachment: Attachment }
  | { readonly reason: SealReason };

function readStructure(file: Uint8Array): Structure {
  try {
    const document = readSealedDocument(file);
    const hole = readSealRevision(file, document);
    return { hole, attachment: readDocumentRules(document.composed) };
  } catch (error) {
    if (error instanceof Rejection) return { reason: error.reason };
    throw error;
  }
}
