import { readFile } from 'node:fs/promises';

const types: Readonly<Record<string, string>> = {
  '/identity.css': 'text/css; charset=utf-8',
  '/sign-out.js': 'text/javascript; charset=utf-8',
};

/** The file at this address, if it is one of ours. */
export async function readPublicFile(
  path: string,
): Promise<{ readonly type: string; readonly content: Buffer } | undefined> {
  const type = types[path];
  if (type === undefined) return undefined;
  return { type, content: await readFile(new URL(`../../public${path}`, import.meta.url)) };
}
