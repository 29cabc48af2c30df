import { importKeys } from '../keys/keys.ts';
import { openKeyMaterial } from '../keys/open-key-material.ts';
import { openGuardedStore } from '../open-register.ts';
import { keyedTables } from '../reencryption/keyed-tables.ts';
import { type ReencryptionProgress, reencrypt } from '../reencryption/reencrypt.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { openKeyFolder } from './key-folder.ts';

/** Rows between two lines about progress. */
const told = 10_000;

export const reencryptAll: Command = {
  words: ['reencrypt'],
  summary: 'put everything under the keys in use',
  explanation: `Run it after keys rotate, when the new key is in use. It works batch by batch, each in a
transaction of its own: it may be stopped at any moment and begun again, and on a PostgreSQL server
the register serves meanwhile. With PGlite the register must be stopped first.`,
  options: {
    'batch-size': { type: 'string', value: 'ROWS', meaning: 'rows in one transaction (500)' },
  },
  async run(call) {
    const batchSize = readBatchSize(call.option('batch-size'));
    const { configuration, folder, material } = await openKeyFolder(call);
    const now = () => new Date();
    const coming = [...material.content, ...material.hash].find(
      ({ usedFrom }) => usedFrom !== undefined && new Date(usedFrom) > now(),
    );
    if (coming !== undefined) {
      throw new CommandError(
        `The key ${coming.id} comes into use at ${coming.usedFrom}: wait for that.`,
      );
    }
    const store = await openGuardedStore(configuration);
    try {
      const keys = await importKeys(await openKeyMaterial(folder, store.database, now()), now);
      const results = await reencrypt({
        database: store.database,
        keys,
        tables: keyedTables,
        batchSize,
        onProgress: progressTeller(call.print),
      });
      const kept = results.filter((result) => result.kept > 0);
      if (kept.length > 0) {
        throw new CommandError(
          `Some rows stay as they were, since their digest is of no known key: ${kept.map(({ kept: rows, table }) => `${table} (${rows})`).join(', ')}.`,
        );
      }
    } finally {
      await store.close();
    }
  },
};

/** Tells of each table now and then, and when it is done. */
function progressTeller(print: (line: string) => void) {
  let lastTold = 0;
  return ({ isDone, renewed, table }: ReencryptionProgress) => {
    if (isDone) {
      print(`${table}: done, ${renewed} rows made anew`);
      lastTold = 0;
    } else if (renewed - lastTold >= told) {
      print(`${table}: ${renewed} rows`);
      lastTold = renewed;
    }
  };
}

function readBatchSize(text = '500'): number {
  const size = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= 10_000) return size;
  throw new UsageError('--batch-size must be a whole number from 1 to 10000.');
}
