import type { RegisterLine } from '@diplomaregister/contract';
import type { KeyedHash } from '../keys/keyed-hash.ts';

/**
 * A keyed digest of what a line says, by which the register sees that the same line came again. The
 * order of properties makes no difference.
 */
export function digestLine(hash: KeyedHash, { holder, diploma }: RegisterLine): Uint8Array {
  return hash.digest('delivered-diploma', JSON.stringify(ordered({ holder, diploma })));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, content]) => [key, ordered(content)]);
}
