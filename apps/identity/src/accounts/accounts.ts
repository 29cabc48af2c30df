import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../configuration.ts';
import { isTestBsn } from './bsn.ts';

/** A fictional person who can sign in. */
export interface Account {
  /** The name of the person in tokens (`sub`); says nothing about them. */
  readonly id: string;
  readonly name: string;
  readonly bsn: string;
  /** One line about the person, for whoever chooses one. */
  readonly story: { readonly nl: string; readonly en: string };
}

/** The people who can sign in: those of the file, and whoever typed a test BSN. */
export interface Accounts {
  readonly cast: readonly Account[];
  /** The account of a typed BSN; the same number gets the same account until a restart. */
  forTestBsn(bsn: string): { readonly id: string };
  bsnOf(id: string): string | undefined;
}

/** @throws {ConfigurationError} when the file is not a list of accounts with test BSNs. */
export async function readAccounts(file: string): Promise<Accounts> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(content) || !content.every(isAccount)) {
    throw new ConfigurationError([
      'IDENTITY_ACCOUNTS must hold a list of { id, name, bsn, story: { nl, en } }; each bsn starts with 9999 and passes the eleven test.',
    ]);
  }
  return createAccounts(content);
}

export function createAccounts(cast: readonly Account[]): Accounts {
  const bsnById = new Map(cast.map(({ id, bsn }) => [id, bsn]));
  const idByBsn = new Map(cast.map(({ id, bsn }) => [bsn, id]));
  return {
    cast,
    forTestBsn(bsn) {
      const id = idByBsn.get(bsn) ?? `visitor-${randomUUID()}`;
      idByBsn.set(bsn, id);
      bsnById.set(id, bsn);
      return { id };
    },
    bsnOf: (id) => bsnById.get(id),
  };
}

function isAccount(value: unknown): value is Account {
  const { id, name, bsn, story } = Object(value) as Partial<Account>;
  return (
    [id, name, bsn, story?.nl, story?.en].every(
      (text) => typeof text === 'string' && text !== '',
    ) && isTestBsn(String(bsn))
  );
}
