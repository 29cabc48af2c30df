import type { Sector } from '@diplomaregister/contract';
import type { Standing } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';

/** How a version stood before, and how it stands now. */
interface StandingChange {
  readonly version: {
    readonly origin: 'stored' | 'delivered';
    readonly standing: Standing;
    readonly sector: Sector;
    readonly awarded: string;
  };
  readonly standing: Standing;
}

/** Counts the diplomas that came to stand and those that stand no more, by sector and year. */
export async function countDiplomas(
  queries: Queries,
  changes: readonly StandingChange[],
): Promise<void> {
  const counts = new Map<string, { sector: Sector; year: number; change: number }>();
  for (const { version, standing } of changes) {
    const before = version.origin === 'stored' && version.standing === 'valid' ? 1 : 0;
    const after = standing === 'valid' ? 1 : 0;
    const year = Number(version.awarded.slice(0, 4));
    const key = `${version.sector} ${year}`;
    const count = counts.get(key) ?? { sector: version.sector, year, change: 0 };
    count.change += after - before;
    counts.set(key, count);
  }
  const rows = [...counts.values()].filter(({ change }) => change !== 0);
  if (rows.length > 0) await queries.insertInto('diplomaCounts').values(rows).execute();
}
