import type { FastifyRequest } from 'fastify';
import { institutionOf } from '../access/caller.ts';
import type { OperationId } from '../contract/operations.ts';

/** How often one caller may call an operation. */
export interface RateLimit {
  readonly max: number;
  /** Milliseconds. */
  readonly timeWindow: number;
  /** What tells callers apart; their address when absent. */
  readonly keyGenerator?: (request: FastifyRequest) => string;
}

/** Where guessing must be slow: whoever checks by hand never comes near it. */
const verifications: RateLimit = { max: 60, timeWindow: 60_000 };

/** Enough for whoever admits people; far too slow for collecting what the register has. */
const diplomaLookups: RateLimit = { max: 60, timeWindow: 60_000, keyGenerator: institutionOf };

/** How often a caller may call the operation; undefined when it does not matter. */
export function rateLimitOf(operationId: OperationId): RateLimit | undefined {
  switch (operationId) {
    case 'createVerification':
      return verifications;
    case 'createDiplomaLookup':
      return diplomaLookups;
    default:
      return undefined;
  }
}
