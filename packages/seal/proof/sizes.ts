// How much a page has to load to verify a seal, beside others that do part of the same.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What each contender loads: the whole of what it needs to verify the CMS of an extract. */
const contenders = {
  '@diplomaregister/seal/verify (PDF, CMS, path, timestamp, revocation, status list)':
    "export { verifySeal, verifyStatusList } from './src/verify.ts'",
  'pkijs + asn1js (CMS, path, revocation; no PDF, no status list)':
    "export { SignedData, ContentInfo, Certificate, CertificateRevocationList, TSTInfo, CryptoEngine } from 'pkijs'; export { fromBER } from 'asn1js'",
  '@peculiar/asn1-cms + asn1-x509 (structures only, verifies nothing)':
    "export { SignedData, ContentInfo } from '@peculiar/asn1-cms'; export { Certificate, CertificateList } from '@peculiar/asn1-x509'; export { AsnConvert } from '@peculiar/asn1-schema'",
};

/** The bytes of a minified bundle for browsers, plain and compressed with gzip. */
export async function bundleSize(code: string): Promise<{ plain: number; gzip: number }> {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@diplomaregister/source'],
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return { plain: file.contents.length, gzip: gzipSync(file.contents, { level: 9 }).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('| what is loaded | minified | gzip |\n|---|---|---|');
  for (const [name, code] of Object.entries(contenders)) {
    const { gzip, plain } = await bundleSize(code);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(`| ${name} | ${kilobytes(plain)} | ${kilobytes(gzip)} |`);
  }
}
