import { Verification, type VerificationOptions } from './verification.ts';

/** What a verification without an element needs from outside. */
export type HeadlessVerificationOptions = Omit<VerificationOptions, 'load'> &
  Partial<Pick<VerificationOptions, 'load'>>;

/**
 * Checks one thing at a time and holds the state of that. Without any element: whoever wants to draw
 * the check otherwise builds on this. It loads the SDK's own check when none is given.
 */
export class HeadlessVerification extends Verification {
  constructor(options: HeadlessVerificationOptions) {
    super({ load: () => import('./check.ts'), ...options });
  }
}
