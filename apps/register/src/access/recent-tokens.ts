import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';

/** What the tokens say that were verified a moment ago, so that each is opened and verified once. */
export interface RecentTokens {
  /**
   * The claims of a token, found by `verify` unless that succeeded a moment ago. `kind` is the way
   * in which it is verified: what is valid in one way need not be in another.
   */
  claimsOf(
    kind: 'holder' | 'institution',
    token: string,
    verify: () => Promise<JWTPayload>,
  ): Promise<JWTPayload>;
}

/** How many tokens are kept at most. */
const limit = 20_000;
/** Milliseconds for which a token is kept at most: then a key that the issuer withdrew counts. */
const lifetime = 5 * 60_000;

/** Keeps no token, only its SHA-256, and no claims past their expiry. */
export function createRecentTokens(now: () => Date): RecentTokens {
  const recent = new LRUCache<string, JWTPayload>({ max: limit, ttl: lifetime });
  return {
    async claimsOf(kind, token, verify) {
      const key = `${kind} ${hash('sha256', token, 'base64')}`;
      const known = recent.get(key);
      if (known?.exp !== undefined && now().getTime() < known.exp * 1_000) return known;
      const claims = await verify();
      recent.set(key, claims);
      return claims;
    },
  };
}
