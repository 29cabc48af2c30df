import { LRUCache } from 'lru-cache';
import type { HolderId } from './holder-id.ts';

/** The ids of holders who were looked for a moment ago, by the hash of their BSN in hexadecimal. */
export type RecentHolders = Pick<LRUCache<string, HolderId>, 'get' | 'set'>;

/** How many holders are kept at most. */
const limit = 20_000;
/** Milliseconds for which one is kept at most: then a holder who was removed is forgotten. */
const lifetime = 5 * 60_000;

export function createRecentHolders(): RecentHolders {
  return new LRUCache({ max: limit, ttl: lifetime });
}
