/** The database cannot be reached, or cannot do what is asked just now. It may later. */
export class DatabaseUnavailableError extends Error {
  /** The SQLSTATE, or the code of the operating system, where there is one. */
  readonly code: string | undefined;

  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnavailableError';
    this.code = codeOf(cause);
  }
}

/**
 * SQLSTATEs of a server that cannot do just now what it could do at another time
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html): connections, resources,
 * intervention and time-outs, the system; serialization, deadlocks, locks; and a standby where a
 * primary was.
 */
const passingStates = /^(08...|53...|57...|58...|40001|40P01|55P03|25006)$/;

/** Whether a server's error is one that passes. */
export function isPassing(error: unknown): boolean {
  return passingStates.test(codeOf(error) ?? '');
}

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
