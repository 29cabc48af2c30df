import type { SealCheckName, SealFailure, SealReason } from './reasons.ts';
import type { StatusName } from './status-list/statuses.ts';

export type { SealCheckName, SealFailure, SealReason, SealReasonEntry } from './reasons.ts';
export { sealReasons } from './reasons.ts';
export type { StatusName } from './status-list/statuses.ts';

export type CheckResult = 'pass' | 'fail' | 'inconclusive' | 'skipped';
export interface SealCheck {
  readonly name: SealCheckName;
  readonly result: CheckResult;
  readonly reason?: SealReason;
}
export interface SealAnchors {
  readonly seal: readonly Uint8Array[];
  readonly timestamp: readonly Uint8Array[];
}
export interface VerifySealOptions {
  readonly anchors: SealAnchors;
  readonly revocationLists: readonly Uint8Array[];
  readonly now?: Date;
  readonly crypto?: Crypto;
}
export type SealReport =
  | {
      readonly outcome: 'sealed';
      readonly sealedAt: Date;
      readonly issuer: string;
      readonly attachment: Uint8Array;
      readonly checks: readonly SealCheck[];
    }
  | {
      readonly outcome: SealFailure;
      readonly reason: SealReason;
      readonly checks: readonly SealCheck[];
    };
export type StatusListReason =
  | 'status-list-malformed'
  | 'status-list-untrusted'
  | 'status-list-mismatch'
  | 'status-list-expired'
  | 'status-list-revocation-unknown'
  | 'could-not-check';
export type StatusListReport =
  | {
      readonly outcome: 'valid';
      statusAt(index: number): StatusName;
      readonly issuedAt: Date;
      readonly expiresAt: Date;
      readonly ttl: number;
    }
  | { readonly outcome: 'inconclusive'; readonly reason: StatusListReason };
export interface VerifyStatusListOptions {
  readonly uri: string;
  readonly anchors: readonly Uint8Array[];
  readonly revocationLists?: readonly Uint8Array[];
  readonly now?: Date;
  readonly crypto?: Crypto;
}
export declare function verifySeal(
  file: Uint8Array,
  options: VerifySealOptions,
): Promise<SealReport>;
export declare function verifyStatusList(
  token: string,
  options: VerifyStatusListOptions,
): Promise<StatusListReport>;
/** Lower-case hex of the subject key identifier. */
export declare function certificateKeyId(certificate: Uint8Array): string;
