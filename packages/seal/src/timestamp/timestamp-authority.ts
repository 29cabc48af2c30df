/** Whoever proves a time (RFC 3161). */
export interface TimestampAuthority {
  /** Gives the DER of a TimeStampToken over a SHA-256 digest; rejects when there is none to be had. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
}
