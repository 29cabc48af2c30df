import { readdir, readFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';

const migrationFolder = new URL('migrations/', import.meta.url);

/**
 * Runs the migrations that this database has not seen, in the order of their file names, each in a
 * transaction of its own. They only go forward.
 */
export async function migrate(pglite: PGlite): Promise<void> {
  await pglite.exec(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null)',
  );
  const { rows } = await pglite.query<{ name: string }>('select name from migrations');
  const applied = new Set(rows.map(({ name }) => name));
  const files = (await readdir(migrationFolder)).filter((name) => name.endsWith('.sql')).sort();
  for (const name of files.filter((file) => !applied.has(file))) {
    const script = await readFile(new URL(name, migrationFolder), 'utf8');
    await pglite.transaction(async (transaction) => {
      await transaction.exec(script);
      await transaction.query('insert into migrations values ($1, now())', [name]);
    });
  }
}
