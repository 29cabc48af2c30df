import { join } from 'node:path';
import { remoteIssuerKeys } from './access/issuer-keys.ts';
import type { Configuration } from './configuration.ts';
import { createComposer } from './extracts/compose/composer.ts';
import { readOrCreateKeyFile } from './keys/key-file.ts';
import { importKeys } from './keys/keys.ts';
import { ownReferenceSet } from './reference/own-reference-set.ts';
import { hasReference, loadReference } from './reference/reference.ts';
import { createRegister, type Register } from './register.ts';
import { guardFolder } from './store/folder-guard.ts';
import { openPGlite } from './store/pglite.ts';
import { openPostgresql } from './store/postgresql.ts';
import type { Store } from './store/store.ts';

/** A register with its database open. Close it to let go of both. */
export interface OpenRegister extends AsyncDisposable {
  readonly register: Register;
  close(): Promise<void>;
}

/**
 * Opens the configured register. The first time, it makes the database and the keys and loads the
 * reference set of the project's own.
 *
 * @throws {FolderTakenError} when another process has the database in the data folder.
 */
export async function openRegister(configuration: Configuration): Promise<OpenRegister> {
  const store = await openGuardedStore(configuration);
  const composer = createComposer();
  async function close() {
    await composer.close();
    await store.close();
  }
  try {
    const now = () => new Date();
    const material = await readOrCreateKeyFile(join(configuration.dataFolder, 'keys'), now());
    if (!(await hasReference(store.database))) {
      await loadReference(store.database, await ownReferenceSet());
    }
    const register = await createRegister({
      configuration,
      database: store.database,
      readDatabase: store.readDatabase,
      keys: await importKeys(material, now),
      composer,
      issuerKeys: remoteIssuerKeys(configuration.identityUrl),
      now,
    });
    return { register, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens only the database, brought up to date. One in the data folder is then this process's own. */
export async function openGuardedStore({
  dataFolder,
  postgresql,
}: Pick<Configuration, 'dataFolder' | 'postgresql'>): Promise<Store> {
  if (postgresql !== undefined) return openPostgresql(postgresql);
  const guard = guardFolder(dataFolder);
  try {
    const store = await openPGlite({ folder: join(dataFolder, 'database') });
    async function close() {
      await store.close();
      guard.release();
    }
    return { ...store, close };
  } catch (error) {
    guard.release();
    throw error;
  }
}
