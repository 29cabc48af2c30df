import type { Hash } from '../x509/algorithms.ts';

/** Whoever proves a time (RFC 3161). */
export interface TimestampAuthority {
  /** The hash of the digests that it takes; SHA-256 when left out. */
  readonly hash?: Hash;
  /** Gives the DER of a TimeStampToken over a digest; rejects when there is none to be had. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
}
