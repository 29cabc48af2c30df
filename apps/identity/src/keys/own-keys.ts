import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What this service signs with. */
export interface OwnKeys {
  /** Signs access tokens (ES256); private. */
  readonly signing: JWK & { readonly kid: string };
  /** Signs cookies. */
  readonly cookieSecret: string;
}

/** Reads the keys from the folder; makes them at the first start. */
export async function ownKeys(folder: string): Promise<OwnKeys> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'keys.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as OwnKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const keys = await generateKeys();
  await writeFile(file, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(folder, 0o700);
  return keys;
}

async function generateKeys(): Promise<OwnKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return {
    signing: { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' },
    cookieSecret: randomBytes(32).toString('base64url'),
  };
}
