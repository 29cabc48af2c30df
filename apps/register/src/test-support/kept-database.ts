import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import manifest from '../../package.json' with { type: 'json' };

const folder = new URL('../../node_modules/.cache/', import.meta.url);
const version = manifest.dependencies['@electric-sql/pglite'];
const file = new URL(`pglite-${version}.tar`, folder);

/**
 * An empty database as PGlite makes it, before any migration. Making one takes seconds, reading one
 * a fraction, so it is made once and kept beside the installed packages.
 */
export async function emptyDatabase(): Promise<Blob> {
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return new Blob([kept]);
  const pglite = await PGlite.create();
  const made = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(folder, { recursive: true });
  // Several tests may be first at once; each writes a whole file, and the last one stays.
  const draft = new URL(`${file.href}.${process.pid}`);
  await writeFile(draft, made.stream());
  await rename(draft, file);
  return made;
}
