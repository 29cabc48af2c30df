import type { SealCrypto, SealVerifier } from '@diplomaregister/seal/verify';
import { createSealVerifier } from '@diplomaregister/seal/verify';
import type { TrustedAnchors } from './anchors.ts';
import { publishedAnchors } from './anchors.ts';
import { keepList } from './kept-list.ts';
import { Finding } from './reasons.ts';
import type { Register } from './register.ts';

/** What a seal and a status list are held against. */
export interface Trust {
  readonly anchors: TrustedAnchors;
  /** The revocation lists (DER) of the authorities, as far as the register gives them. */
  readonly revocationLists: readonly Uint8Array[];
  /** Verifies seals with these. */
  readonly seals: SealVerifier;
}

/**
 * Gathers what is trusted, and keeps it: the pinned anchors or else those of the register itself,
 * as good as the way to it, and the revocation lists of both.
 *
 * Rejects with a Finding when there is no crypto, or there are no anchors.
 */
export function keepTrust(
  register: Register,
  pinned: TrustedAnchors | undefined,
  crypto: SealCrypto,
  now: () => Date,
): () => Promise<Trust> {
  const published = keepList(register, anchorList, now);
  const lists = new Map<string, () => Promise<Uint8Array | undefined>>();
  let trust: Trust | undefined;

  async function anchorsOfRegister(): Promise<TrustedAnchors> {
    if (!register.secure) throw new Finding('anchors-insecure');
    const anchors = await published();
    if (!anchors) throw new Finding('anchors-unavailable');
    return anchors;
  }

  async function revocationLists({ keyIds }: TrustedAnchors) {
    const found = await Promise.all(
      Array.from(keyIds, (keyId) => {
        const list = lists.get(keyId) ?? keepList(register, revocationListOf(keyId), now);
        lists.set(keyId, list);
        return list();
      }),
    );
    return found.filter((list) => list !== undefined);
  }

  return async () => {
    if (!crypto?.subtle) throw new Finding('crypto-unavailable');
    const anchors = pinned ?? (await anchorsOfRegister());
    const found = await revocationLists(anchors);
    // Reading all of it anew for each file would cost more than the file itself.
    if (trust?.anchors !== anchors || !areSame(trust.revocationLists, found)) {
      const seals = createSealVerifier({ anchors, revocationLists: found, crypto });
      trust = { anchors, revocationLists: found, seals };
    }
    return trust;
  };
}

const anchorList = {
  path: '/trust-anchors',
  mediaType: 'application/json',
  read: (content: Uint8Array) => ({ value: publishedAnchors(content) }),
};

function revocationListOf(keyId: string) {
  return {
    path: `/revocation-lists/${keyId}`,
    mediaType: 'application/pkix-crl',
    read: (value: Uint8Array) => ({ value }),
  };
}

function areSame(before: readonly Uint8Array[], after: readonly Uint8Array[]): boolean {
  return before.length === after.length && before.every((list, index) => list === after[index]);
}
