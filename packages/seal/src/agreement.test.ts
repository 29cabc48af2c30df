import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromBER } from 'asn1js';
import { Certificate, ContentInfo, CryptoEngine, SignedData } from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asBytes } from './bytes/bytes.ts';
import { seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import type { KeyKind } from './test-support/register.ts';
import { createTestRegister, keyKinds } from './test-support/register.ts';
import { childAt, cmsOf, cmsTree, coveredBy, encodeTree } from './test-support/sealed-file.ts';

const run = promisify(execFile);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seal-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs a tool and gives what it prints; a tool that fails throws. */
async function output(tool: string, ...parameters: readonly string[]): Promise<string> {
  const { stderr, stdout } = await run(tool, parameters, { cwd: folder });
  return stdout + stderr;
}

describe.each(Object.keys(keyKinds) as KeyKind[])('others agree on a seal with %s', (kind) => {
  let sealed: Uint8Array;
  let anchor: Uint8Array;

  beforeAll(async () => {
    const register = await createTestRegister(kind);
    sealed = await seal(compose(), register);
    anchor = register.authorities.seal.certificate;
    const token = encodeTree(childAt(cmsTree(cmsOf(sealed)).unsignedAttributes, 0, 1, 0));
    await writeFile(join(folder, 'sealed.pdf'), sealed);
    await writeFile(join(folder, 'seal.cms'), cmsOf(sealed));
    await writeFile(join(folder, 'covered'), coveredBy(sealed));
    await writeFile(join(folder, 'token.cms'), token);
    await writeFile(join(folder, 'signature'), childAt(cmsTree(cmsOf(sealed)).signer, 5).content);
    await writeFile(join(folder, 'anchor.der'), anchor);
    await writeFile(join(folder, 'time.der'), register.authorities.timestamp.certificate);
    for (const name of ['anchor', 'time']) {
      await output(
        'openssl',
        'x509',
        '-inform',
        'der',
        '-in',
        `${name}.der`,
        '-out',
        `${name}.pem`,
      );
    }
  });

  it('pdfsig: one signature, valid, of the total document', async () => {
    const text = await output('pdfsig', 'sealed.pdf');
    expect(text.match(/Signature #\d/g)).toHaveLength(1);
    expect(text).toContain('Signature Type: ETSI.CAdES.detached');
    expect(text).toContain('Total document signed');
    expect(text).toContain('Signature is Valid');
  });

  it('pdfsig: trusted by who trusts the seal authority, and by nobody else', async () => {
    const store = `sql:${await mkdtemp(join(folder, 'nss-'))}`;
    await output('certutil', '-N', '-d', store, '--empty-password');
    const untrusted = await output('pdfsig', '-nssdir', store, 'sealed.pdf');
    expect(untrusted).toContain('Certificate issuer is unknown');

    const authority = ['-n', 'seal', '-t', ',C,', '-i', 'anchor.der'];
    await output('certutil', '-A', '-d', store, ...authority);
    const trusted = await output('pdfsig', '-nssdir', store, 'sealed.pdf');
    expect(trusted).toContain('Certificate is Trusted');
  });

  it('qpdf: no complaint', async () => {
    expect(await output('qpdf', '--check', 'sealed.pdf')).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it('mutool: unchanged since signing', async () => {
    const text = await output('mutool', 'sign', '-v', 'sealed.pdf');
    // mutool 1.21 cannot verify RSA-PSS, not even a CMS that openssl made.
    const isPss = kind === 'RSA-3072 PSS';
    expect(text).toContain(isPss ? 'Digest error' : 'The document is unchanged since signing');
  });

  it('openssl cms: signature and path', async () => {
    const text = await output(
      'openssl',
      'cms',
      '-verify',
      '-inform',
      'der',
      '-in',
      'seal.cms',
      '-content',
      'covered',
      '-binary',
      '-CAfile',
      'anchor.pem',
      '-purpose',
      'any',
      '-no_check_time',
      '-out',
      '/dev/null',
    );
    expect(text).toContain('CMS Verification successful');
  });

  it('openssl ts: the timestamp stands for the signature', async () => {
    const text = await output(
      'openssl',
      'ts',
      '-verify',
      '-in',
      'token.cms',
      '-token_in',
      '-data',
      'signature',
      '-CAfile',
      'time.pem',
      '-no_check_time',
    );
    expect(text).toContain('Verification: OK');
  });

  it('pkijs: signature and signed attributes', async () => {
    const info = new ContentInfo({ schema: fromBER(asBytes(cmsOf(sealed))).result });
    const data = new SignedData({ schema: info.content });
    const root = new Certificate({ schema: fromBER(asBytes(anchor)).result });
    const engine = new CryptoEngine({ crypto });
    const verify = data.verify(
      { signer: 0, data: asBytes(coveredBy(sealed)).buffer, trustedCerts: [root] },
      engine,
    );
    expect(await verify).toBe(true);
  });
});
