import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How the authority signs: the hash that names its certificate, and whether it is RSA or ECDSA. */
export interface OpensslTimestampOptions {
  readonly certificate: Uint8Array;
  readonly privateKey: CryptoKey;
  readonly certificateHash?: 'sha1' | 'sha256' | 'sha512';
}

export interface OpensslTimestampServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A timestamp authority that is not ours: `openssl ts` behind a small server on loopback. */
export async function startOpensslTimestamps(
  options: OpensslTimestampOptions,
): Promise<OpensslTimestampServer> {
  const folder = await mkdtemp(join(tmpdir(), 'timestamps-'));
  const key = await crypto.subtle.exportKey('pkcs8', options.privateKey);
  await writeFile(join(folder, 'key.pem'), toPem('PRIVATE KEY', new Uint8Array(key)));
  await writeFile(join(folder, 'certificate.pem'), toPem('CERTIFICATE', options.certificate));
  await writeFile(join(folder, 'serial'), '01\n');
  await writeFile(join(folder, 'ts.cnf'), configuration(options.certificateHash ?? 'sha256'));
  let count = 0;
  const server = createServer(async (request, response) => {
    const name = `${count++}`;
    await writeFile(join(folder, `${name}.tsq`), await buffer(request));
    const parameters = ['-config', 'ts.cnf', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`];
    await run('openssl', ['ts', '-reply', ...parameters], { cwd: folder });
    response.setHeader('content-type', 'application/timestamp-reply');
    response.end(await readFile(join(folder, `${name}.tsr`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

export function toPem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function configuration(certificateHash: string): string {
  return `
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = certificate.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_alg = ${certificateHash}
`;
}
