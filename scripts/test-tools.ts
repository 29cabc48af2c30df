// Makes sure that the programs which the tests compare with are there: a Chromium, and others'
// tools for PDFs and signatures. Installs what is missing where it may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { findReplicatingPrograms } from './postgresql.ts';

interface Tool {
  readonly name: string;
  readonly debianPackage: string;
  readonly isThere: () => boolean;
  readonly optional?: boolean;
}

const tools: readonly Tool[] = [
  { name: 'Chromium', debianPackage: 'chromium', isThere: () => findChromium() !== undefined },
  { name: 'pdfsig', debianPackage: 'poppler-utils', isThere: () => runs('pdfsig', '-v') },
  { name: 'certutil', debianPackage: 'libnss3-tools', isThere: () => runs('certutil', '-H') },
  { name: 'qpdf', debianPackage: 'qpdf', isThere: () => runs('qpdf', '--version') },
  { name: 'mutool', debianPackage: 'mupdf-tools', isThere: () => runs('mutool', '-v') },
  { name: 'openssl', debianPackage: 'openssl', isThere: () => runs('openssl', 'version') },
  {
    name: 'SoftHSM',
    debianPackage: 'softhsm2',
    isThere: () => existsSync('/usr/lib/softhsm') || runs('softhsm2-util', '--version'),
    // Without it the tests of keys in an HSM are left out, but not in CI.
    optional: !process.env['CI'],
  },
  {
    name: 'PostgreSQL with pg_basebackup',
    debianPackage: 'postgresql',
    isThere: () => findReplicatingPrograms() !== undefined,
    // The same for failover to a replica.
    optional: !process.env['CI'],
  },
];

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

const missingTools = () => tools.filter((tool) => !tool.isThere());

function installWithApt(packages: readonly string[]): void {
  const options = {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/**
 * Installs the missing tools by apt where this process may, and Chromium by Playwright where not.
 *
 * @returns the Debian packages that are still missing; empty when the tests can run.
 */
export function prepareTools(): readonly string[] {
  if (missingTools().length === 0) return [];
  if (process.getuid?.() === 0 && runs('apt-get', '--version')) {
    installWithApt(missingTools().map((tool) => tool.debianPackage));
  }
  if (findChromium() === undefined) {
    spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  }
  for (const { debianPackage, name, optional } of missingTools()) {
    if (optional) console.log(`Left out: the tests that need ${name} (package ${debianPackage}).`);
  }
  return missingTools()
    .filter((tool) => !tool.optional)
    .map((tool) => tool.debianPackage);
}
