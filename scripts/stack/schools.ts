import { spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is needed to act for a school: `apps/demo/cast/schools.json`. */
interface School {
  readonly institution: string;
  readonly clientId: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cast = join(root, 'apps/demo/cast');

export const accountsFile = join(cast, 'accounts.json');

async function readSchools(): Promise<readonly School[]> {
  return JSON.parse(await readFile(join(cast, 'schools.json'), 'utf8')) as readonly School[];
}

/**
 * Gives each school a folder: its key pair, and its own records, which start as those of the cast.
 * What is there stays.
 *
 * @returns what the token service must know about the schools.
 */
export async function prepareSchools(schoolsFolder: string) {
  const schools = await readSchools();
  return Promise.all(
    schools.map(async ({ institution, clientId }) => {
      const folder = join(schoolsFolder, institution);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const keyFile = join(folder, 'key.pem');
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
      if (await isNew(writeFile(keyFile, pem, { flag: 'wx', mode: 0o600 }))) {
        await copyFile(
          join(cast, 'deliveries', `${institution}.ndjson`),
          join(folder, 'records.ndjson'),
        );
      }
      const publicKey = createPublicKey(await readFile(keyFile, 'utf8'));
      return { clientId, institution, jwks: { keys: [publicKey.export({ format: 'jwk' })] } };
    }),
  );
}

/**
 * Delivers each school's records as a school does: by the command line of the SDK, through the
 * public API. What the register has already does not change.
 */
export async function deliverRecords(schoolsFolder: string, registerApi: string): Promise<void> {
  const schools = await readSchools();
  await Promise.all(
    schools.map(({ institution, clientId }) => {
      const folder = join(schoolsFolder, institution);
      return runDiplomaregister([
        'deliver',
        join(folder, 'records.ndjson'),
        '--register',
        registerApi,
        '--client-id',
        clientId,
        '--key',
        join(folder, 'key.pem'),
      ]);
    }),
  );
}

/** @throws {Error} with what the command said, when it fails. */
function runDiplomaregister(words: readonly string[]): Promise<void> {
  const command = join(root, 'packages/sdk/src/command-line/main.ts');
  const child = spawn(
    process.execPath,
    ['--conditions=@diplomaregister/source', '--no-warnings', command, ...words],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A delivery failed:\n${said.trim()}`));
    });
  });
}

/** Whether a file was made, and not there before. */
async function isNew(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
