import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyMaterial, type KeyMaterial } from './key-material.ts';

/** Reads the keys in `folder`; makes new ones at the first start. Only the owner may read them. */
export async function readOrCreateKeyFile(folder: string, now: Date): Promise<KeyMaterial> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, 'keys.json');
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (known !== undefined) return JSON.parse(known) as KeyMaterial;
  const material = await createKeyMaterial(now);
  await writeDurably(path, `${JSON.stringify(material, null, 1)}\n`);
  return material;
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
