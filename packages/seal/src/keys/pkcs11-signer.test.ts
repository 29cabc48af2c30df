import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyErrorCode, Pkcs11SignerOptions } from '../pkcs11.ts';
import { KeyError, pkcs11Signer } from '../pkcs11.ts';
import { seal } from '../seal.ts';
import type { SignatureAlgorithm } from '../signer.ts';
import { compose } from '../test-support/compose.ts';
import type { KeyKind, TestRegister } from '../test-support/register.ts';
import { createTestRegister, days, generateKeys } from '../test-support/register.ts';
import { verifySeal } from '../verify.ts';

const library = ['/usr/lib/softhsm', '/usr/local/lib/softhsm', '/opt/homebrew/lib/softhsm']
  .map((folder) => join(folder, 'libsofthsm2.so'))
  .find((path) => existsSync(path));

let folder: string;
let register: TestRegister;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softhsm-'));
  register = await createTestRegister();
  await mkdir(join(folder, 'tokens'));
  await writeFile(join(folder, 'softhsm2.conf'), `directories.tokendir = ${folder}/tokens\n`);
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
  if (library) softhsm('--init-token', '--free', '--label', 'register', '--so-pin', '5678');
});

afterAll(() => rm(folder, { recursive: true }));

function softhsm(...parameters: readonly string[]): void {
  const { status, stderr } = spawnSync('softhsm2-util', [...parameters, '--pin', '1234'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

let keys = 0;

/** Puts a key into the token, and gives what is needed to sign with it. */
async function createTokenKey(kind: KeyKind, algorithm: SignatureAlgorithm) {
  if (!library) throw new Error('SoftHSM2 is not there');
  const { privateKey, publicKey } = await generateKeys(kind);
  const certificate = await register.authorities.seal.issue({
    purpose: 'seal',
    commonName: 'HSM',
    publicKey,
    notBefore: days.begin,
    notAfter: days.end,
  });
  const info = await crypto.subtle.exportKey('pkcs8', privateKey);
  const base64 =
    Buffer.from(info)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN PRIVATE KEY-----', ...base64, '-----END PRIVATE KEY-----', ''];
  await writeFile(join(folder, 'key.pem'), pem.join('\n'));
  const label = `seal ${++keys}`;
  const id = `0${keys}`;
  const file = join(folder, 'key.pem');
  softhsm('--import', file, '--token', 'register', '--label', label, '--id', id);
  const options = { library, token: 'register', key: label, pin: '1234', algorithm };
  return { ...options, certificates: [certificate] };
}

async function codeOf(options: Pkcs11SignerOptions): Promise<KeyErrorCode | undefined> {
  const error = await pkcs11Signer(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KeyError);
  return error instanceof KeyError ? error.code : undefined;
}

if (!library && !process.env['CI']) {
  console.error('The tests with an HSM need the Debian package softhsm2; they are left out.');
}

// Where the tests of every change run, a missing HSM fails them.
describe.runIf(library || process.env['CI'])('a key in an HSM', () => {
  it.each([
    ['ECDSA P-256', 'ES256'],
    ['ECDSA P-384', 'ES384'],
    ['RSA-3072 PKCS #1 v1.5', 'RS256'],
    ['RSA-3072 PSS', 'PS256'],
  ] as const)('seals with %s as %s', async (kind, algorithm) => {
    const signer = await pkcs11Signer(await createTokenKey(kind, algorithm));
    // Two at once, though a session does one thing at a time.
    const files = await Promise.all([
      seal(compose(), { ...register, signer }),
      seal(compose(), { ...register, signer }),
    ]);
    for (const file of files) {
      expect(await verifySeal(file, register.options)).toMatchObject({ outcome: 'sealed' });
    }
    signer.close();
  });

  it('is not used when it is not there, or not that of the certificate', async () => {
    const options = await createTokenKey('ECDSA P-256', 'ES256');
    const other = await createTokenKey('ECDSA P-256', 'ES256');
    expect(await codeOf({ ...options, library: join(folder, 'none.so') })).toBe('token-failed');
    expect(await codeOf({ ...options, token: 'another' })).toBe('key-not-found');
    expect(await codeOf({ ...options, key: 'another' })).toBe('key-not-found');
    expect(await codeOf({ ...options, pin: '4321' })).toBe('wrong-secret');
    expect(await codeOf({ ...options, certificates: other.certificates })).toBe('key-mismatch');
    expect(await codeOf({ ...options, algorithm: 'RS256' })).toBe('token-failed');
  });
});
