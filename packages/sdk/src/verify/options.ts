import type { SealCrypto } from '@diplomaregister/seal/verify';

/** A certificate in DER, the same in base64, or an anchor as a register publishes it. */
export type Certificate = Uint8Array | string | { readonly certificate: string };

/**
 * The certificates that a caller trusts, each kind for its own purpose: of the authorities that issue,
 * not of roots above them, since revocation lists are asked for by the keys of the anchors. What a
 * register publishes at `/trust-anchors` fits, once it was compared with another source.
 */
export interface Anchors {
  readonly seal: readonly Certificate[];
  readonly timestamp: readonly Certificate[];
  readonly status: readonly Certificate[];
}

/** The code of a share with its PIN, as typed: case, spaces and hyphens do not matter. */
export interface ShareSecrets {
  readonly shareCode: string;
  readonly pin: string;
}

/** The file of an extract. */
export type ExtractFile = Blob | ArrayBuffer | Uint8Array;

/** Whether an input is the file of an extract, which may come from another realm, and not a share. */
export function isFile(input: VerifyInput): input is ExtractFile {
  return !('shareCode' in Object(input));
}

/** What can be checked: the file of an extract, or a share. */
export type VerifyInput = ExtractFile | ShareSecrets;

/** Where and how to check. */
export interface VerifyOptions {
  /** The address of the register's API: `https://register.example/v1`. */
  readonly register: string;
  /**
   * The certificates to trust. When absent they come from the register itself, over HTTPS (plain
   * HTTP only from this machine), and the verdict says `trust: 'tls'`.
   */
  readonly anchors?: Anchors | undefined;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** The time now, instead of the clock of this machine. */
  readonly now?: (() => Date) | undefined;
  /** Instead of the global `crypto`. */
  readonly crypto?: SealCrypto | undefined;
  /** Ends the check; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}
