import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothing } from '../der/writer.ts';
import type { KeyErrorCode, KeyFileSignerOptions } from '../seal.ts';
import { KeyError, keyFileSigner, seal } from '../seal.ts';
import { compose } from '../test-support/compose.ts';
import { toPem } from '../test-support/openssl-timestamps.ts';
import type { KeyKind, TestRegister } from '../test-support/register.ts';
import { createTestRegister, days } from '../test-support/register.ts';
import { encodeTree, parseTree } from '../test-support/sealed-file.ts';
import { verifySeal } from '../verify.ts';
import { readPem } from './pem.ts';

const run = promisify(execFile);
const password = 'een wachtwoord';

let folder: string;
let register: TestRegister;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  register = await createTestRegister();
});

afterAll(() => rm(folder, { recursive: true }));

async function openssl(...parameters: readonly string[]): Promise<void> {
  await run('openssl', parameters, { cwd: folder });
}

/** A key that openssl made, and a certificate for it. */
async function createKeyFile(kind: KeyKind) {
  const isRsa = kind.startsWith('RSA');
  const curve = kind === 'ECDSA P-384' ? 'P-384' : 'P-256';
  await (isRsa
    ? openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072', '-out', 'key.pem')
    : openssl(
        'genpkey',
        '-algorithm',
        'EC',
        '-pkeyopt',
        `ec_paramgen_curve:${curve}`,
        '-out',
        'key.pem',
      ));
  await openssl('pkey', '-in', 'key.pem', '-pubout', '-outform', 'der', '-out', 'public.der');
  const algorithm = isRsa
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve: curve };
  const info = new Uint8Array(await readFile(join(folder, 'public.der')));
  const publicKey = await crypto.subtle.importKey('spki', info, algorithm, true, ['verify']);
  const certificate = await register.authorities.seal.issue({
    purpose: 'seal',
    commonName: 'Key file',
    publicKey,
    notBefore: days.begin,
    notAfter: days.end,
  });
  return { certificate, key: await readFile(join(folder, 'key.pem'), 'utf8') };
}

async function encryptKey(...options: readonly string[]): Promise<string> {
  const files = ['-in', 'key.pem', '-out', 'encrypted.pem', '-passout', `pass:${password}`];
  await openssl('pkcs8', '-topk8', ...files, ...options);
  return readFile(join(folder, 'encrypted.pem'), 'utf8');
}

async function codeOf(options: KeyFileSignerOptions): Promise<KeyErrorCode | undefined> {
  const error = await keyFileSigner(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KeyError);
  return error instanceof KeyError ? error.code : undefined;
}

async function expectToSeal(options: KeyFileSignerOptions): Promise<void> {
  const signer = await keyFileSigner(options);
  const report = await verifySeal(await seal(compose(), { ...register, signer }), register.options);
  expect(report).toMatchObject({ outcome: 'sealed' });
}

describe('a key file', () => {
  it.each([
    ['ECDSA P-256', undefined],
    ['ECDSA P-384', undefined],
    ['RSA-3072 PKCS #1 v1.5', 'RS256'],
    ['RSA-3072 PSS', 'PS256'],
  ] as const)('seals with %s, in the clear or encrypted', async (kind, rsa) => {
    const { certificate, key } = await createKeyFile(kind);
    const options = { certificates: [certificate], ...(rsa && { rsa }) };
    await expectToSeal({ ...options, key });
    await expectToSeal({ ...options, key, certificates: toPem('CERTIFICATE', certificate) });
    await expectToSeal({ ...options, key: await encryptKey(), password });
    const short = await encryptKey('-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA256');
    await expectToSeal({ ...options, key: short, password });
  });

  it('may hold certificates before the key', async () => {
    const { certificate } = await createKeyFile('ECDSA P-256');
    const key = `${toPem('CERTIFICATE', certificate)}${await encryptKey()}`;
    await expectToSeal({ key, password, certificates: key });
  });

  it('is not opened without its password', async () => {
    const { certificate } = await createKeyFile('ECDSA P-256');
    const options = { key: await encryptKey(), certificates: [certificate] };
    expect(await codeOf(options)).toBe('wrong-secret');
    await expect(keyFileSigner(options)).rejects.toThrow('needs a password');
    expect(await codeOf({ ...options, password: 'een ander' })).toBe('wrong-secret');
  });

  it('is not opened when it is encrypted in an old way', async () => {
    const { certificate } = await createKeyFile('ECDSA P-256');
    for (const options of [
      ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA1'],
      ['-v2', 'des3'],
      ['-scrypt'],
    ]) {
      const key = await encryptKey(...options);
      expect(await codeOf({ key, password, certificates: [certificate] })).toBe('key-not-found');
    }
  });

  it('is not opened when there is more in it than belongs there', async () => {
    const { certificate } = await createKeyFile('ECDSA P-256');
    const [encrypted] = readPem(await encryptKey());
    if (!encrypted) throw new Error('There is no key');
    const tree = parseTree(encrypted.bytes);
    tree.children.push(parseTree(nothing));
    const key = toPem('ENCRYPTED PRIVATE KEY', encodeTree(tree));
    expect(await codeOf({ key, password, certificates: [certificate] })).toBe('key-not-found');
  });

  it('comes with the certificate of an intermediate authority at most, and with no root', async () => {
    const { certificate, key } = await createKeyFile('ECDSA P-256');
    const { seal: root, status: stranger } = register.authorities;
    const chains = [root, stranger].map((one) => [certificate, one.certificate]);
    for (const certificates of chains) {
      expect(await codeOf({ key, certificates })).toBe('key-mismatch');
    }
  });

  it('needs a certificate beside it', async () => {
    const { key } = await createKeyFile('ECDSA P-256');
    const signer = keyFileSigner({ key, certificates: [] });
    await expect(signer).rejects.toThrow('The signer has no certificate');
  });

  it('holds a key of the profile, and that of its certificate', async () => {
    const { certificate, key } = await createKeyFile('ECDSA P-256');
    const certificates = [certificate];
    const other = await createKeyFile('ECDSA P-256');
    expect(await codeOf({ key: other.key, certificates })).toBe('key-mismatch');
    const rsa = await createKeyFile('RSA-3072 PSS');
    expect(await codeOf({ key: rsa.key, certificates })).toBe('key-mismatch');
    expect(await codeOf({ key: 'geen sleutel', certificates })).toBe('key-not-found');
    const cut = key.replace(/\n.{64}\n/, '\n');
    expect(await codeOf({ key: cut, certificates })).toBe('key-not-found');
    await openssl('genpkey', '-algorithm', 'ed25519', '-out', 'other.pem');
    const ed25519 = await readFile(join(folder, 'other.pem'), 'utf8');
    expect(await codeOf({ key: ed25519, certificates })).toBe('key-not-allowed');
  });
});
