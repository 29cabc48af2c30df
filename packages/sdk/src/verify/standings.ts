import type { Extract, StatusReference } from '@diplomaregister/contract';
import type { SealCrypto, StatusListReport, StatusName } from '@diplomaregister/seal/verify';
import { verifyStatusList } from '@diplomaregister/seal/verify';
import type { Reading } from './kept-list.ts';
import { keepList } from './kept-list.ts';
import type { RefusalReason } from './reasons.ts';
import type { Register } from './register.ts';
import type { Trust } from './trust.ts';

/** How a diploma stands, or why that is not known. */
export type Standing = Exclude<StatusName, 'unknown'> | { readonly reason: RefusalReason };

/** Asks how each diploma of an extract stands now, in their order. */
export type Standings = (extract: Extract) => Promise<readonly Standing[]>;

type ValidList = globalThis.Extract<StatusListReport, { outcome: 'valid' }>;
type KeptList = () => Promise<RefusalReason | ValidList>;

/** Reads the register's status lists, and keeps each as long as it allows. */
export function keepStandings(
  register: Register,
  trust: () => Promise<Trust>,
  crypto: SealCrypto,
  now: () => Date,
): Standings {
  const lists = new Map<string, KeptList>();

  async function read(
    uri: string,
    content: Uint8Array,
  ): Promise<Reading<RefusalReason | ValidList>> {
    const { anchors, revocationLists } = await trust();
    const report = await verifyStatusList(new TextDecoder().decode(content), {
      uri,
      anchors: anchors.status,
      revocationLists,
      now: now(),
      crypto,
    });
    if (report.outcome === 'valid') {
      const left = (report.expiresAt.getTime() - now().getTime()) / 1000;
      return { value: report, ttl: Math.min(report.ttl, left) };
    }
    const { reason } = report;
    return { value: reason === 'could-not-check' ? 'status-list-not-checked' : reason, ttl: 0 };
  }

  function listAt({ uri }: StatusReference): KeptList {
    const path = uri.startsWith(`${register.url}/`) ? uri.slice(register.url.length) : '';
    if (!/^\/status-lists\/\d{1,10}$/.test(path)) return async () => 'status-list-foreign';
    const list = keepList<RefusalReason | ValidList>(
      register,
      { path, mediaType: 'application/statuslist+jwt', read: (content) => read(uri, content) },
      now,
    );
    return async () => (await list()) ?? 'status-list-unavailable';
  }

  return ({ diplomas }) =>
    Promise.all(
      diplomas.map(async ({ status }): Promise<Standing> => {
        const known = lists.get(status.uri) ?? listAt(status);
        lists.set(status.uri, known);
        const list = await known();
        if (typeof list === 'string') return { reason: list };
        const standing = list.statusAt(status.index);
        return standing === 'unknown' ? { reason: 'status-unknown' } : standing;
      }),
    );
}
