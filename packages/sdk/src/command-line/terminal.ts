/** Where a command writes to. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person looks at it. */
  readonly isTTY?: boolean | undefined;
}

/** What a command works with. */
export interface Terminal {
  /** What was asked for. */
  readonly stdout: Output;
  /** Progress and errors. */
  readonly stderr: Output;
  readonly fetch: typeof fetch;
  /** The locale of whoever looks, as POSIX writes it: `nl_NL.UTF-8`. */
  readonly locale?: string | undefined;
}

/** A mistake of whoever called the command; the message says what to do. */
export class UsageError extends Error {}

/**
 * How a command ended: all well, something was found wrong, it could not be done, or nothing was
 * found wrong but not everything could be checked.
 */
export const exitCodes = { ok: 0, found: 1, failed: 2, inconclusive: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
