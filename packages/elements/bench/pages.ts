// The two pages that are compared: each has one verifier, and a file that it finds good.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockRegister } from '@diplomaregister/mocks';
import { bundleSingleFile } from '../scripts/bundle.ts';

/** A page with one verifier on it. */
export interface VerifierPage {
  readonly name: string;
  readonly script: string;
  readonly markup: string;
  /** The file that is dropped. */
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  /** The words of a good verdict. */
  readonly good: RegExp;
  /** Answers what the page asks of other hosts. */
  readonly answer: (url: string) => Promise<Response>;
}

export async function ownPage(): Promise<VerifierPage> {
  const register = await createMockRegister();
  // A register has its lists signed before anybody asks; the mock signs them at the first time.
  const answers = new Map<string, Promise<Response>>();
  return {
    name: '`<diploma-verify>`, single file',
    script: await bundleSingleFile('src/define/diploma-verify.ts'),
    markup: `<diploma-verify register="${register.url}"></diploma-verify>`,
    file: {
      name: 'extract.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await register.extracts.dutch.arrayBuffer()),
    },
    good: /This extract is genuine/,
    answer: async (url) => {
      const known = answers.get(url) ?? register.fetch(url);
      answers.set(url, known);
      return (await known).clone();
    },
  };
}

/** What is read of a certificate of Blockcerts 2.0 on its mock chain. */
interface Certificate {
  readonly badge: { readonly issuer: { readonly id: string; readonly revocationList: string } };
  readonly verification: { readonly publicKey: string };
}

/**
 * The published verifier of Blockcerts, as npm has it, with a certificate of its mock chain: for that
 * it asks no blockchain, and its issuer's pages are answered here.
 */
export function blockcertsPage(version: string, certificateFile: string): VerifierPage {
  const buffer = readFileSync(certificateFile);
  const { badge, verification } = JSON.parse(buffer.toString()) as Certificate;
  const { id, revocationList } = badge.issuer;
  const context = ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'];
  const pages: Readonly<Record<string, object>> = {
    [id]: {
      '@context': context,
      type: 'Profile',
      id,
      publicKey: [{ id: verification.publicKey, created: '2017-01-01T00:00:00.000000+00:00' }],
      revocationList,
    },
    [revocationList]: {
      '@context': context,
      type: 'RevocationList',
      id: revocationList,
      issuer: id,
      revokedAssertions: [],
    },
  };
  return {
    name: `\`<blockcerts-verifier>\` ${version}`,
    script: packedFile(`@blockcerts/blockcerts-verifier@${version}`, 'dist/main.js'),
    markup: '<blockcerts-verifier locale="en"></blockcerts-verifier>',
    file: { name: 'certificate.json', mimeType: 'application/json', buffer },
    good: /passed all checks/,
    answer: async (url) => {
      const page = pages[url.replace(/\?.*$/, '')];
      return page ? Response.json(page) : new Response(null, { status: 404 });
    },
  };
}

/** A file of a package on npm; what the package depends on is not installed. */
function packedFile(packageName: string, path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-bench-'));
  try {
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const tarball = execFileSync('npm', ['pack', '--silent', packageName], options).trim();
    execFileSync('tar', ['-xzf', tarball], options);
    return readFileSync(join(folder, 'package', path), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
