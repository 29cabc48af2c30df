import type { KeyObject } from 'node:crypto';

/** A secret of 32 bytes and the name by which rows refer to it. */
export interface SecretKey {
  readonly id: string;
  readonly secret: KeyObject;
  /** From when new data are under it, until a later key takes over; absent: from the beginning. */
  readonly usedFrom?: Date;
}

/**
 * The secrets of one purpose. Which of them is in use is a matter of the clock, so that several
 * processes with the same keys take up a new one together.
 */
export interface SecretRing {
  current(): SecretKey;
  /** All secrets, the one in use first. */
  all(): readonly SecretKey[];
  find(id: string): SecretKey | undefined;
}

/** Makes a ring. Of keys that came into use at one moment, the first one is in use. */
export function createSecretRing(
  keys: readonly [SecretKey, ...SecretKey[]],
  now: () => Date,
): SecretRing {
  const latestFirst = keys.toSorted((one, other) => startOf(other) - startOf(one));
  const byId = new Map(keys.map((key) => [key.id, key]));
  function current(): SecretKey {
    const instant = now().getTime();
    return latestFirst.find((key) => startOf(key) <= instant) ?? keys[0];
  }
  return {
    current,
    all() {
      const first = current();
      return [first, ...latestFirst.filter((key) => key !== first)];
    },
    find: (id) => byId.get(id),
  };
}

function startOf({ usedFrom }: SecretKey): number {
  return usedFrom?.getTime() ?? 0;
}

/** Data need a key that this process does not have: it has older keys than another one. */
export class KeyMissingError extends Error {
  constructor(kind: 'content' | 'hash', id: string) {
    super(`The ${kind} key ${id} is missing.`);
    this.name = 'KeyMissingError';
  }
}
