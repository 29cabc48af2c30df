import type { KeyObject } from 'node:crypto';

/** A key that takes over from another one at a moment. */
export interface DatedKey {
  readonly id: string;
  /** From when what is new is under it, until a later key takes over; absent: from the beginning. */
  readonly usedFrom?: Date;
}

/** A secret of 32 bytes and the name by which rows refer to it. */
export interface SecretKey extends DatedKey {
  readonly secret: KeyObject;
}

/**
 * The keys of one purpose. Which of them is in use is a matter of the clock, so that several
 * processes with the same keys take up a new one together.
 */
export interface KeyRing<Key extends DatedKey> {
  current(): Key;
  /** All keys, the one in use first. */
  all(): readonly Key[];
  find(id: string): Key | undefined;
  /** The key that comes into use after all others, in use or not. */
  last(): Key;
}

export type SecretRing = KeyRing<SecretKey>;

/** Makes a ring. Of keys that came into use at one moment, the first one is in use. */
export function createKeyRing<Key extends DatedKey>(
  keys: readonly [Key, ...Key[]],
  now: () => Date,
): KeyRing<Key> {
  const latestFirst = keys.toSorted((one, other) => startOf(other) - startOf(one));
  const byId = new Map(keys.map((key) => [key.id, key]));
  function current(): Key {
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
    last: () => latestFirst[0] ?? keys[0],
  };
}

/** When a key comes into use, in epoch milliseconds; 0: from the beginning. */
export function startOf({ usedFrom }: DatedKey): number {
  return usedFrom?.getTime() ?? 0;
}

/** Data need a key that this process does not have: it has older keys than another one. */
export class KeyMissingError extends Error {
  constructor(kind: 'content' | 'hash', id: string) {
    super(`The ${kind} key ${id} is missing.`);
    this.name = 'KeyMissingError';
  }
}
