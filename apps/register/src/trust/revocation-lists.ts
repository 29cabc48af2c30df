import type { Register } from '../register.ts';

const hour = 60 * 60 * 1_000;
/** Milliseconds that a list is good for. */
const lifetime = 24 * hour;

interface KeptList {
  readonly list: Promise<Uint8Array>;
  /** Epoch milliseconds: no verifier takes a list from later than now, as of a clock that was ahead. */
  readonly issuedAt: number;
  /** Epoch milliseconds from when a new one is made. */
  readonly renewAt: number;
}

/** The certificate revocation lists of the register's authorities (RFC 5280), in DER. */
export interface RevocationLists {
  /** The list of the authority with this key; undefined when the register has no such authority. */
  get(keyId: string): Promise<Uint8Array | undefined>;
}

/** Makes lists when they are asked for, and keeps each for half of its lifetime. */
export function createRevocationLists({
  keys,
  now,
}: Pick<Register, 'keys' | 'now'>): RevocationLists {
  const authorities = new Map(
    [keys.seal, keys.timestamp, keys.status].map(({ authority }) => [authority.keyId, authority]),
  );
  const kept = new Map<string, KeptList>();
  return {
    async get(keyId) {
      const authority = authorities.get(keyId);
      if (authority === undefined) return undefined;
      const issuedAt = now().getTime();
      const known = kept.get(keyId);
      if (known !== undefined && known.issuedAt <= issuedAt && issuedAt < known.renewAt) {
        return known.list;
      }
      const list = authority.revocationList({
        issuedAt: new Date(issuedAt),
        expiresAt: new Date(issuedAt + lifetime),
      });
      kept.set(keyId, { list, issuedAt, renewAt: issuedAt + lifetime / 2 });
      return list;
    },
  };
}
