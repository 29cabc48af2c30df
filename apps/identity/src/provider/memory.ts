import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

const maximumEntries = 10_000;

/**
 * Keeps sessions, codes and grants in memory, for oidc-provider: they are short-lived, and a
 * restart only means signing in again. The oldest go first when there are too many.
 */
export function memoryAdapter(now: () => number = Date.now): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  const live = (entry: Entry | undefined) =>
    entry && entry.expiresAt > now() ? entry.payload : undefined;

  function put(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    for (const [oldest, { expiresAt }] of entries) {
      if (expiresAt > now() && entries.size <= maximumEntries) break;
      entries.delete(oldest);
    }
  }

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findBy = (matches: (payload: AdapterPayload) => boolean) => {
      for (const [key, entry] of entries) {
        const payload = key.startsWith(keyOf('')) ? live(entry) : undefined;
        if (payload && matches(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn = 900) {
        put(keyOf(id), { payload, expiresAt: now() + expiresIn * 1_000 });
      },
      find: async (id) => live(entries.get(keyOf(id))),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = live(entries.get(keyOf(id)));
        if (payload) payload['consumed'] = Math.floor(now() / 1_000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        // Of this model alone: a sign-in that is under way knows the grant of the session before it.
        for (const [key, { payload }] of entries) {
          if (key.startsWith(keyOf('')) && payload.grantId === grantId) entries.delete(key);
        }
      },
    };
  };
}
