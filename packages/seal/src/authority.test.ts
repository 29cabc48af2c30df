import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  certificateSerialNumber,
  createCertificateAuthority,
  createTimestampAuthority,
} from './authority.ts';
import { authorityExtension, createEntity } from './test-support/hierarchy.ts';
import { createAuthority, days, generateKeys, issueSigner } from './test-support/register.ts';
import { certificateKeyId } from './verify.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authority-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function openssl(...parameters: readonly string[]): Promise<string> {
  const { stderr, stdout } = await run('openssl', parameters, { cwd: folder });
  return stdout + stderr;
}

async function writePem(name: string, kind: 'x509' | 'crl', bytes: Uint8Array): Promise<void> {
  await writeFile(join(folder, `${name}.der`), bytes);
  await openssl(kind, '-inform', 'der', '-in', `${name}.der`, '-out', `${name}.pem`);
}

describe('a certificate authority', () => {
  it('issues certificates and lists that openssl accepts', async () => {
    const authority = await createAuthority('Seal');
    const signer = await issueSigner(authority, 'seal');
    const [leaf = new Uint8Array()] = signer.certificates;
    await writePem('root', 'x509', authority.certificate);
    await writePem('leaf', 'x509', leaf);
    const text = await openssl('x509', '-in', 'leaf.pem', '-noout', '-text');
    expect(text).toContain('2.25.91749192922800788129267570050274596992.1');
    expect(text).toContain('2.25.91749192922800788129267570050274596992.1, E-mail Protection');
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toMatch(/organizationIdentifier ?= ?NTRNL-00000000/);

    const check = (list: string) =>
      openssl(
        'verify',
        '-crl_check',
        '-CRLfile',
        `${list}.pem`,
        '-CAfile',
        'root.pem',
        '-x509_strict',
        '-attime',
        String(days.now.getTime() / 1000),
        'leaf.pem',
      );
    const period = { issuedAt: days.sealed, expiresAt: days.end };
    await writePem('empty', 'crl', await authority.revocationList(period));
    expect(await check('empty')).toContain('leaf.pem: OK');
    const revoked = [{ serialNumber: certificateSerialNumber(leaf), revokedAt: days.sealed }];
    await writePem('revoked', 'crl', await authority.revocationList({ ...period, revoked }));
    await expect(check('revoked')).rejects.toThrow('certificate revoked');
  });

  it('can be taken up again with its certificate and keys', async () => {
    const first = await createAuthority('Seal');
    const options = {
      commonName: 'Seal CA',
      organization: 'Voorbeeldregister',
      organizationIdentifier: 'NTRNL-00000000',
      notBefore: days.begin,
      notAfter: days.end,
    };
    const { certificate, keys } = first;
    const second = await createCertificateAuthority({ ...options, certificate, keys });
    expect(second.certificate).toEqual(first.certificate);
    expect(second.keyId).toBe(first.keyId);
    expect(certificateKeyId(first.certificate)).toBe(first.keyId);
    expect(first.keyId).toMatch(/^[0-9a-f]{40}$/);
    await expect(createCertificateAuthority({ ...options, certificate })).rejects.toThrow(
      TypeError,
    );
    const others = await generateKeys();
    await expect(
      createCertificateAuthority({ ...options, certificate, keys: others }),
    ).rejects.toThrow(TypeError);
  });

  it('has a name for its lists only in certificates that say so', async () => {
    const { certificate } = await createEntity({
      name: 'Authority',
      extensions: [authorityExtension()],
    });
    expect(() => certificateKeyId(certificate)).toThrow('no subject key identifier');
  });

  it('does not issue for seals without an organizationIdentifier', async () => {
    const authority = await createCertificateAuthority({
      commonName: 'CA',
      organization: 'Voorbeeldregister',
      notBefore: days.begin,
      notAfter: days.end,
    });
    await expect(issueSigner(authority, 'seal')).rejects.toThrow(TypeError);
    await expect(issueSigner(authority, 'status')).resolves.toMatchObject({ algorithm: 'ES256' });
  });

  it('timestamps digests of SHA-256 only', async () => {
    const signer = await issueSigner(await createAuthority('Timestamp'), 'timestamp');
    const timestamps = createTimestampAuthority({ signer });
    await expect(timestamps.timestamp(new Uint8Array(20))).rejects.toThrow(TypeError);
  });
});
