import { openPGlite } from '../store/pglite.ts';
import { openPostgresql } from '../store/postgresql.ts';
import type { Store } from '../store/store.ts';
import { migratedDatabase } from './kept-database.ts';
import { createTestDatabase } from './postgresql/test-database.ts';

/** A store for one test: on the PostgreSQL server of this run when it has one, else in memory. */
export async function openTestStore(): Promise<Store> {
  const created = await createTestDatabase();
  if (created === undefined) return openPGlite({ memory: await migratedDatabase() });
  const store = await openPostgresql({ primary: created.address });
  return {
    ...store,
    async close() {
      await store.close();
      await created.remove();
    },
  };
}
