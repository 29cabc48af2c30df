import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import manifest from '../../package.json' with { type: 'json' };
import { migrate, readMigrations } from '../store/migrate.ts';

// Making a database takes seconds, reading one a fraction, so each is made once and kept beside the
// installed packages, and its bytes as long as this process.
const folder = new URL('../../node_modules/.cache/', import.meta.url);
const version = manifest.dependencies['@electric-sql/pglite'];
/** Of the usual 128 MB all would be cleared whenever a database is opened. */
const postgresqlconf = ['shared_buffers = 8MB'];
const read = new Map<string, Promise<Blob>>();

/** An empty database as PGlite makes it, before any migration. */
export function emptyDatabase(): Promise<Blob> {
  return keep(`empty-${version}.tar`, () => PGlite.create({ postgresqlconf }));
}

/** The same after all migrations, as a register finds it at its second start. */
export async function migratedDatabase(): Promise<Blob> {
  return keep(await nameOfMigrated(), async () => {
    const pglite = await PGlite.create({ loadDataDir: await emptyDatabase() });
    await migrate((work) => pglite.transaction(work), await readMigrations());
    // Without it whoever opens a copy recovers as after a crash, and sequences skip numbers.
    await pglite.exec('checkpoint');
    return pglite;
  });
}

/** Puts a migrated database in a folder, for a register that is not itself to make one there. */
export async function unpackDatabase(target: string): Promise<void> {
  await migratedDatabase();
  await mkdir(target, { recursive: true, mode: 0o700 });
  const file = fileURLToPath(new URL(await nameOfMigrated(), folder));
  await promisify(execFile)('tar', ['-xf', file, '-C', target]);
}

async function nameOfMigrated(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(await readMigrations()));
  return `migrated-${version}-${hash.digest('hex').slice(0, 12)}.tar`;
}

function keep(name: string, make: () => Promise<PGlite>): Promise<Blob> {
  const known = read.get(name) ?? readOrMake(new URL(name, folder), make);
  read.set(name, known);
  return known;
}

async function readOrMake(file: URL, make: () => Promise<PGlite>): Promise<Blob> {
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return new BlobInMemory(new Uint8Array(kept));
  const pglite = await make();
  const made = await pglite.dumpDataDir('none');
  await pglite.close();
  const bytes = new Uint8Array(await made.arrayBuffer());
  await mkdir(folder, { recursive: true });
  // Several tests may be first at once; each writes a whole file, and the last one stays.
  const draft = new URL(`${file.href}.${process.pid}`);
  await writeFile(draft, bytes);
  await rename(draft, file);
  return new BlobInMemory(bytes);
}

/** Node reads a blob of 40 MB in many small pieces, which takes as long as opening the database. */
class BlobInMemory extends Blob {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super();
    this.#bytes = bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.buffer;
  }
}
