import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';

/**
 * Sees that every key that data may be under is here: whoever lacks one would not find people who are
 * there.
 *
 * @throws {Problem} `unavailable`.
 */
export function demandAllKeys({ hasAllKeys }: Pick<Register, 'hasAllKeys'>): void {
  if (!hasAllKeys()) throw new Problem('unavailable', { headers: { 'Retry-After': '10' } });
}
