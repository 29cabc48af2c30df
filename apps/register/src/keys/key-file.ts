import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyMaterial, SecretMaterial, TokenKeyMaterial } from './key-material.ts';

/** Where the keys in a folder are. */
export function keyFilePath(folder: string): string {
  return join(folder, 'keys.json');
}

/** Reads the keys in `folder`; undefined when there are none yet. */
export async function readKeyFile(folder: string): Promise<KeyMaterial | undefined> {
  const text = await readFile(keyFilePath(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseKeyMaterial(text);
}

/** Keeps keys in `folder`, where only the owner may read them: all of them, or none. */
export async function writeKeyFile(folder: string, material: KeyMaterial): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await writeDurably(keyFilePath(folder), `${JSON.stringify(material, null, 1)}\n`);
}

/** A file from before hash and token keys could be rotated has one of them. */
function parseKeyMaterial(text: string): KeyMaterial {
  const { hash, tokenEncryption, ...rest } = JSON.parse(text) as Omit<
    KeyMaterial,
    'hash' | 'tokenEncryption'
  > & {
    readonly hash: KeyMaterial['hash'] | SecretMaterial;
    readonly tokenEncryption: KeyMaterial['tokenEncryption'] | TokenKeyMaterial;
  };
  return {
    ...rest,
    hash: 'secret' in hash ? [hash] : hash,
    tokenEncryption: 'privateKey' in tokenEncryption ? [tokenEncryption] : tokenEncryption,
  };
}

/** Writes all or nothing: data encrypted with a half-written key would be lost. */
async function writeDurably(path: string, text: string): Promise<void> {
  const draft = await open(`${path}.new`, 'w', 0o600);
  try {
    await draft.writeFile(text);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${path}.new`, path);
}
