import { join } from 'node:path';
import { remoteIssuerKeys } from './access/issuer-keys.ts';
import type { Configuration } from './configuration.ts';
import { createComposer } from './extracts/compose/composer.ts';
import { createLiveKeys } from './keys/live-keys.ts';
import { openKeyMaterial } from './keys/open-key-material.ts';
import { watchKeys } from './keys/watch-keys.ts';
import { ownReferenceSet } from './reference/own-reference-set.ts';
import { hasReference, loadReference } from './reference/reference.ts';
import { createRegister, type Register } from './register.ts';
import { guardFolder } from './store/folder-guard.ts';
import { openPGlite } from './store/pglite.ts';
import { openPostgresql } from './store/postgresql.ts';
import type { PoolOptions } from './store/postgresql-pool.ts';
import type { ConnectionCounts, Store } from './store/store.ts';

/** Milliseconds that a statement may take; nothing that a request asks for comes near it. */
const statementLimit = 30_000;

/** A register with its database open. Close it to let go of both. */
export interface OpenRegister extends AsyncDisposable {
  readonly register: Register;
  connections(): ConnectionCounts;
  close(): Promise<void>;
}

/**
 * Opens the configured register. The first time, it makes the database and the keys and loads the
 * reference set of the project's own. `warn` takes what the operator should know.
 *
 * @throws {FolderTakenError} when another process has the database in the data folder.
 * @throws {OtherKeysError} when the keys in the folder are not those of the database.
 */
export async function openRegister(
  configuration: Configuration,
  warn: (message: string) => void,
): Promise<OpenRegister> {
  const store = await openGuardedStore(configuration, { statementLimit });
  const composer = createComposer();
  const closing: (() => unknown)[] = [() => composer.close(), () => store.close()];
  async function close() {
    for (const step of closing) await step();
  }
  try {
    const now = () => new Date();
    const folder = join(configuration.dataFolder, 'keys');
    const { database } = store;
    const liveKeys = await createLiveKeys(await openKeyMaterial(folder, database, now()), now);
    const keyWatch = await watchKeys({ folder, liveKeys, database, now, warn });
    closing.unshift(() => keyWatch.stop());
    if (!(await hasReference(store.database))) {
      await loadReference(store.database, await ownReferenceSet());
    }
    const register = await createRegister({
      configuration,
      database: store.database,
      readDatabase: store.readDatabase,
      poolSize: store.poolSize,
      keys: liveKeys.keys,
      hasAllKeys: keyWatch.isComplete,
      composer,
      issuerKeys: remoteIssuerKeys(configuration.identityUrl),
      now,
    });
    const { connections } = store;
    return { register, connections, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens only the database, brought up to date. One in the data folder is then this process's own. On
 * a server a statement takes as long as it takes, unless it is given a limit.
 */
export async function openGuardedStore(
  { dataFolder, postgresql }: Pick<Configuration, 'dataFolder' | 'postgresql'>,
  options: Pick<PoolOptions, 'statementLimit'> = {},
): Promise<Store> {
  if (postgresql !== undefined) return openPostgresql(postgresql, options);
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
