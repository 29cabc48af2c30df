import type { CheckName, Outcome } from '@diplomaregister/contract';
import { sealReasons } from '@diplomaregister/seal/verify';

/** To which visible check a reason code belongs, and to which outcome it leads. */
export interface ReasonEntry {
  readonly check: CheckName;
  readonly outcome: Exclude<Outcome, 'genuine'>;
}

/** Every reason code that a verdict can have. Words for visitors belong to who shows it. */
export const reasons = {
  ...sealReasons,

  // What is needed before a file can be looked at.
  /** The file could not be read from disk. */
  'file-unreadable': { check: 'sealed-by-register', outcome: 'inconclusive' },
  /** This browser has no WebCrypto, as on a page that came by plain HTTP. */
  'crypto-unavailable': { check: 'sealed-by-register', outcome: 'inconclusive' },
  /** The register could not be asked for its trust anchors. */
  'anchors-unavailable': { check: 'sealed-by-register', outcome: 'inconclusive' },
  /** Trust anchors by plain HTTP from another machine are worth nothing. */
  'anchors-insecure': { check: 'sealed-by-register', outcome: 'inconclusive' },
  /** The trust anchors are not certificates that can be used. */
  'anchors-malformed': { check: 'sealed-by-register', outcome: 'inconclusive' },

  // Does the diploma still stand?
  /** The sealed content is of a kind that this version does not know. */
  'extract-not-understood': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The extract names a status list of another register than the one that was asked. */
  'status-list-foreign': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The register could not be asked for the status list. */
  'status-list-unavailable': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The status list is not a token within the profile. */
  'status-list-malformed': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The signature of the status list does not lead to a status anchor. */
  'status-list-untrusted': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The status list is another one than was asked for. */
  'status-list-mismatch': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The status list is out of date, or the clock here is wrong. */
  'status-list-expired': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** No current revocation list is at hand for the certificate of the status list. */
  'status-list-revocation-unknown': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** Checking the status list broke off. */
  'status-list-not-checked': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** The status list says nothing of this diploma. */
  'status-unknown': { check: 'diploma-stands', outcome: 'inconclusive' },
  /** A diploma was corrected since. */
  'diploma-superseded': { check: 'diploma-stands', outcome: 'superseded' },
  /** A diploma was withdrawn. */
  'diploma-withdrawn': { check: 'diploma-stands', outcome: 'withdrawn' },

  // Is the code of a share valid?
  /** What was typed is not a share code. */
  'share-code-malformed': { check: 'code-valid', outcome: 'share-unknown' },
  /** What was typed is not a PIN. */
  'pin-malformed': { check: 'code-valid', outcome: 'pin-wrong' },
  /** The register does not know the code. */
  'share-unknown': { check: 'code-valid', outcome: 'share-unknown' },
  /** The PIN does not belong to the code. */
  'pin-wrong': { check: 'code-valid', outcome: 'pin-wrong' },
  /** Too many wrong PINs were tried. */
  'share-locked': { check: 'code-valid', outcome: 'share-locked' },
  /** The last day of the share has passed. */
  'share-expired': { check: 'code-valid', outcome: 'share-expired' },
  /** The holder withdrew the share. */
  'share-revoked': { check: 'code-valid', outcome: 'share-revoked' },
  /** A code and a PIN are not sent by plain HTTP to another machine. */
  'register-insecure': { check: 'code-valid', outcome: 'inconclusive' },
  /** The register could not be asked about the share. */
  'share-check-unavailable': { check: 'code-valid', outcome: 'inconclusive' },
  /** The register asks to wait before the next try. */
  'share-check-busy': { check: 'code-valid', outcome: 'inconclusive' },
  /** The register's verdict is of a kind that this version does not know. */
  'verdict-not-understood': { check: 'code-valid', outcome: 'inconclusive' },
} as const satisfies Readonly<Record<string, ReasonEntry>>;

/** A code for why a verdict is not `genuine`; {@link reasons} tells what it leads to. */
export type Reason = keyof typeof reasons;

/** A reason for which no content is shown. */
export type RefusalReason = Exclude<Reason, 'diploma-superseded' | 'diploma-withdrawn'>;

/** Thrown inside this folder when a check cannot pass; becomes the verdict. */
export class Finding extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.name = 'Finding';
    this.reason = reason;
  }
}
