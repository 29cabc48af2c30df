import { stat } from 'node:fs/promises';
import { UsageError } from './terminal.ts';

/** An option that must be given. */
export function required(value: string | undefined, name: string): string {
  if (!value) throw new UsageError(`--${name} is missing; see diplomaregister --help`);
  return value;
}

/** The address of the register's API; its version is added where it was left off. */
export function registerUrl(value: string | undefined): string {
  const text = required(value, 'register');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('--register must be an address like https://register.example/v1');
  }
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path === '' ? '/v1' : path);
}

/** A file that must be there. */
export async function existingFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`There is no file ${path}`);
  return path;
}
