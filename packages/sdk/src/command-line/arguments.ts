import { stat } from 'node:fs/promises';
import type { Words } from './language.ts';
import { UsageError } from './terminal.ts';

/** An option that must be given. */
export function required(value: string | undefined, name: string, words: Words): string {
  if (!value) throw new UsageError(words.missing(name));
  return value;
}

/** The address of the register's API; its version is added where it was left off. */
export function registerUrl(value: string | undefined, words: Words): string {
  const text = required(value, 'register', words);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(words.registerInvalid);
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path === '' ? '/v1' : path);
}

/** A file that must be there. */
export async function existingFile(path: string, words: Words): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(words.noFile(path));
  return path;
}
