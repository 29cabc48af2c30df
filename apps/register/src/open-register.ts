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
import { openStore, type Store } from './store/store.ts';

/** A register that has its data folder to itself. Close it to let go of the folder. */
export interface OpenRegister extends AsyncDisposable {
  readonly register: Register;
  close(): Promise<void>;
}

/**
 * Opens the register in the configured folder. The first time, it makes the database and the keys
 * and loads the reference set of the project's own.
 *
 * @throws {FolderTakenError} when another process has the folder.
 */
export async function openRegister(configuration: Configuration): Promise<OpenRegister> {
  const guarded = await openGuardedStore(configuration);
  const composer = createComposer();
  async function close() {
    await composer.close();
    await guarded.close();
  }
  try {
    const now = () => new Date();
    const material = await readOrCreateKeyFile(join(configuration.dataFolder, 'keys'), now());
    if (!(await hasReference(guarded.database))) {
      await loadReference(guarded.database, await ownReferenceSet());
    }
    const register = await createRegister({
      configuration,
      database: guarded.database,
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

/** Opens only the database in the configured folder, brought up to date. */
export async function openGuardedStore({
  dataFolder,
}: Pick<Configuration, 'dataFolder'>): Promise<Store> {
  const guard = guardFolder(dataFolder);
  try {
    const store = await openStore({ folder: join(dataFolder, 'database') });
    async function close() {
      await store.close();
      guard.release();
    }
    return { database: store.database, close };
  } catch (error) {
    guard.release();
    throw error;
  }
}
