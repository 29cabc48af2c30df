import type { Signer } from './signer.ts';
import type { TimestampAuthority } from './timestamp/timestamp-authority.ts';

export type { SignatureAlgorithm, Signer } from './signer.ts';
export type { StatusName } from './status-list/statuses.ts';
export { createStatusList, setStatus } from './status-list/statuses.ts';
export type { TimestampAuthority } from './timestamp/timestamp-authority.ts';

export interface KeySignerOptions {
  readonly privateKey: CryptoKey;
  readonly certificates: readonly Uint8Array[];
  readonly crypto?: Crypto;
}
export interface SealOptions {
  readonly signer: Signer;
  readonly timestamps: TimestampAuthority;
  readonly now?: () => Date;
  readonly crypto?: Crypto;
}
export interface SignStatusListOptions {
  readonly uri: string;
  readonly statuses: Uint8Array;
  readonly signer: Signer;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Seconds. */
  readonly ttl: number;
}
export declare function keySigner(options: KeySignerOptions): Signer;
export declare function seal(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array>;
export declare function signStatusList(options: SignStatusListOptions): Promise<string>;
