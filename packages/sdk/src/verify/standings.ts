import type { Extract, StatusReference } from '@diplomaregister/contract';
import type { StatusListReport, StatusName } from '@diplomaregister/seal/verify';
import { verifyStatusList } from '@diplomaregister/seal/verify';
import type { RefusalReason } from './reasons.ts';
import type { Register } from './register.ts';

/** How a diploma stands, or why that is not known. */
export type Standing = Exclude<StatusName, 'unknown'> | { readonly reason: RefusalReason };

/** What is needed to trust a status list. */
export interface StatusTrust {
  readonly anchors: readonly Uint8Array[];
  readonly revocationLists: readonly Uint8Array[];
  readonly now: Date;
  readonly crypto: Crypto;
}

/** Asks the register how each diploma of an extract stands now, in their order. */
export async function standingsOf(
  { diplomas }: Extract,
  register: Register,
  trust: StatusTrust,
): Promise<readonly Standing[]> {
  const lists = new Map<string, Promise<RefusalReason | ValidList>>();
  return Promise.all(
    diplomas.map(async ({ status }) => {
      const known = lists.get(status.uri) ?? readList(status, register, trust);
      lists.set(status.uri, known);
      const list = await known;
      if (typeof list === 'string') return { reason: list };
      const standing = list.statusAt(status.index);
      return standing === 'unknown' ? { reason: 'status-unknown' } : standing;
    }),
  );
}

type ValidList = globalThis.Extract<StatusListReport, { outcome: 'valid' }>;

async function readList(
  { uri }: StatusReference,
  register: Register,
  trust: StatusTrust,
): Promise<RefusalReason | ValidList> {
  const path = uri.startsWith(`${register.url}/`) ? uri.slice(register.url.length) : '';
  if (!/^\/status-lists\/\d{1,10}$/.test(path)) return 'status-list-foreign';
  const answer = await register.get(path, 'application/statuslist+jwt', async (response) =>
    response.text(),
  );
  if (answer.kind !== 'answer') return 'status-list-unavailable';
  const report = await verifyStatusList(answer.content, { uri, ...trust });
  if (report.outcome === 'valid') return report;
  return report.reason === 'could-not-check' ? 'status-list-not-checked' : report.reason;
}
