// How much a page loads of a client of the register, beside what others give for the same contract.
// Run by itself it fetches the generator, prints the table of the README, and fails when the README says
// something else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { bundle, kilobytes } from '../src/test-support/bundle.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** A client, in two programs that do the same. */
export interface Contender {
  readonly name: string;
  /** Where its programs find what they import. */
  readonly folder: string;
  /** Exports a client for every operation. */
  readonly whole: string;
  /** Exports a function that lists the diplomas of a holder, by address and access token. */
  readonly one: string;
}

/** Kilobytes of gzip. */
export interface ClientSize {
  readonly whole: number;
  readonly one: number;
}

/** The contenders that are installed here. */
export const contenders: readonly Contender[] = [
  {
    name: '@diplomaregister/sdk',
    folder,
    whole: "export { createClient } from './src/index.ts';",
    one: `import { connect, diplomas } from './src/index.ts';
      export const run = (url, accessToken) => diplomas(connect({ url, accessToken })).list();`,
  },
  {
    name: `openapi-fetch ${manifest.devDependencies['openapi-fetch']}`,
    folder,
    whole: "export { default } from 'openapi-fetch';",
    one: `import createClient from 'openapi-fetch';
      export const run = (baseUrl, token) =>
        createClient({ baseUrl, headers: { authorization: 'Bearer ' + token } }).GET('/diplomas');`,
  },
];

const generator = '@hey-api/openapi-ts@0.99.0';

/** Makes a client of the contract in a folder, by the generator, which asks for this compiler. */
function generate(target: string): Contender {
  const contract = join(folder, '../contract/openapi.yaml');
  const packages = [`--package=${generator}`, '--package=typescript@5.9.3'];
  const words = ['--input', contract, '--output', target, '--client', '@hey-api/client-fetch'];
  execFileSync('npm', ['exec', '--yes', ...packages, '--', 'openapi-ts', ...words, '--silent'], {
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    name: generator.replace(/@(?=\d)/, ' '),
    folder: target,
    whole: "export * from './sdk.gen.ts'; export { createClient } from './client/index.ts';",
    one: `import { createClient } from './client/index.ts'; import { listDiplomas } from './sdk.gen.ts';
      export const run = (baseUrl, token) =>
        listDiplomas({ client: createClient({ baseUrl, auth: () => token }) });`,
  };
}

export async function measure({ folder, one, whole }: Contender): Promise<ClientSize> {
  return {
    whole: kilobytes(await bundle(folder, whole)),
    one: kilobytes(await bundle(folder, one)),
  };
}

/** What the README says of a contender; NaN when it has no such row. */
export function publishedSize(name: string): ClientSize {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const row = readme.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  const [, whole, one] = /\| ([\d.]+) kB \| ([\d.]+) kB \|/.exec(row) ?? [];
  return { whole: Number(whole), one: Number(one) };
}

/** Whether a published size is right to a twentieth: a changed line need not change the page. */
export function isRight(published: ClientSize, measured: ClientSize): boolean {
  const isNear = (one: number, other: number) => Math.abs(one / other - 1) <= 0.05;
  return isNear(published.whole, measured.whole) && isNear(published.one, measured.one);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = mkdtempSync(join(tmpdir(), 'diplomaregister-generated-'));
  try {
    console.log('| client | every operation | one operation |\n|---|---|---|');
    for (const contender of [...contenders, generate(target)]) {
      const size = await measure(contender);
      const { name } = contender;
      console.log(`| ${name} | ${size.whole.toFixed(1)} kB | ${size.one.toFixed(1)} kB |`);
      if (isRight(publishedSize(name), size)) continue;
      console.error(`The README says something else of ${name}.`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(target, { recursive: true });
  }
}
