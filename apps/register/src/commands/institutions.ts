import { readFile } from 'node:fs/promises';
import { parseConfiguration } from '../configuration.ts';
import {
  addInstitutionKey,
  isInstitution,
  listInstitutionKeys,
  removeInstitutionKey,
} from '../institutions/institution-keys.ts';
import { PublicKeyError, readPublicKey } from '../institutions/public-key.ts';
import { mapSuccessor, SuccessionError } from '../institutions/successors.ts';
import { openGuardedStore } from '../open-register.ts';
import type { Database } from '../store/store.ts';
import { type Call, type Command, CommandError } from './command.ts';

export const addKey: Command = {
  words: ['institutions', 'key', 'add'],
  operands: ['CODE', 'FILE'],
  summary: 'let an institution deliver with a key: its public key, in PEM or as a JWK',
  explanation: `The key is on the curve P-256 (ES256). The token service finds it within a minute at
/institution-keys/CODE; the institution asks for tokens with its code as client id, and signs its
assertions with the private key, which never leaves it. Several keys may be there at once, so that an
institution can change its key.`,
  async run(call) {
    const code = call.operand('CODE');
    const key = await readKey(call.operand('FILE'));
    await withDatabase(call, async (database) => {
      await demandInstitution(database, code);
      await addInstitutionKey(database, code, key, new Date());
    });
    call.print(`Institution ${code} may use the key ${key.kid}.`);
  },
};

export const listKeysOf: Command = {
  words: ['institutions', 'key', 'list'],
  operands: ['CODE'],
  summary: 'tell the keys of an institution',
  async run(call) {
    const code = call.operand('CODE');
    const keys = await withDatabase(call, async (database) => {
      await demandInstitution(database, code);
      return listInstitutionKeys(database, code);
    });
    if (keys.length === 0) call.print(`Institution ${code} has no keys.`);
    for (const { addedAt, thumbprint } of keys) {
      call.print(`${thumbprint}  added ${addedAt.toISOString().slice(0, 10)}`);
    }
  },
};

export const removeKey: Command = {
  words: ['institutions', 'key', 'remove'],
  operands: ['CODE', 'KEY'],
  summary: 'let an institution use a key no more',
  explanation: `The token service gives no more tokens for the key after a minute; tokens that were given live on
until they expire, a quarter of an hour at most.`,
  async run(call) {
    const [code, key] = [call.operand('CODE'), call.operand('KEY')];
    const isRemoved = await withDatabase(call, (database) =>
      removeInstitutionKey(database, code, key),
    );
    if (!isRemoved) throw new CommandError(`Institution ${code} has no key ${key}.`);
    call.print(`Institution ${code} may use the key ${key} no more.`);
  },
};

export const succeed: Command = {
  words: ['institutions', 'successor'],
  operands: ['PREDECESSOR', 'SUCCESSOR'],
  summary: 'let an institution answer for the records of another',
  explanation: `From then on the successor corrects, withdraws and adds the records of its predecessor, under the
predecessor's name, and gets its correction requests. The predecessor no longer may, and looks
nobody up.`,
  async run(call) {
    const [predecessor, successor] = [call.operand('PREDECESSOR'), call.operand('SUCCESSOR')];
    try {
      await withDatabase(call, (database) => mapSuccessor(database, predecessor, successor));
    } catch (error) {
      throw error instanceof SuccessionError ? new CommandError(error.message) : error;
    }
    call.print(`Institution ${successor} answers for the records of ${predecessor}.`);
  },
};

async function readKey(file: string) {
  try {
    return await readPublicKey(await readFile(file, 'utf8'));
  } catch (error) {
    throw error instanceof PublicKeyError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

async function demandInstitution(database: Database, code: string): Promise<void> {
  if (await isInstitution(database, code)) return;
  throw new CommandError(`The reference data know no institution ${code}; add it first.`);
}

async function withDatabase<Result>(
  { environment }: Pick<Call, 'environment'>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const store = await openGuardedStore(parseConfiguration(environment));
  try {
    return await work(store.database);
  } finally {
    await store.close();
  }
}
