import type { OperationId } from '../contract/operations.ts';

/** How often one address may call an operation. */
export interface RateLimit {
  readonly max: number;
  /** Milliseconds. */
  readonly timeWindow: number;
}

/** Where guessing must be slow: whoever checks by hand never comes near it. */
const verifications: RateLimit = { max: 60, timeWindow: 60_000 };

/** How often one address may call the operation; undefined when it does not matter. */
export function rateLimitOf(operationId: OperationId): RateLimit | undefined {
  return operationId === 'createVerification' ? verifications : undefined;
}
