// Shows that every check is held by a test: takes out one at a time, in a copy of the package, and
// runs the tests that should fail. `pnpm prove:seal [part of a path]` reports the survivors and
// fails if there are others than those that are known to be shadowed by another check.
import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSwitchable } from './mutants.ts';
import { shadowed } from './shadowed.ts';

/** The tests that hold the checks of each folder, the quickest first. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  bytes: ['bytes', 'der', 'status-list', 'verify-seal'],
  checks: ['seal-trust', 'cms-attacks', 'file-attacks', 'attacks', 'verify-seal', 'rotation'],
  cms: ['cms', 'der', 'attacks', 'seal-trust'],
  der: ['der', 'fuzz', 'x509', 'cms-attacks', 'timestamp/', 'keys/key-file'],
  keys: ['keys'],
  pdf: ['pdf', 'fuzz', 'file-attacks', 'attacks', 'seal-document', 'verify-seal'],
  'status-list': ['status-list'],
  timestamp: ['timestamp/', 'cms-attacks', 'seal-trust', 'attacks'],
  x509: ['x509', 'cms-attacks', 'seal-trust', 'authority', 'keys/key-file', 'attacks'],
  '': ['seal-trust', 'seal-document', 'verify-seal', 'authority', 'keys', 'attacks'],
};

/** Long tests that no check depends on. */
const leftOut = '^(?!.*(one byte is flipped|rubbish of|32 MB|large attachment|sampled)).*$';

/** The package's own imports lead to its source. */
const fromSource = `const conditions = ['@diplomaregister/source', 'module', 'node', 'development|production'];
export default { resolve: { conditions }, ssr: { resolve: { conditions } } };
`;

const source = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'seal-proof-'));
const wanted = process.argv[2] ?? '';

function prepare() {
  cpSync(join(source, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(source, 'proof'), join(copy, 'proof'), { recursive: true });
  cpSync(join(source, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(source, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'vitest.config.js'), fromSource);
  const files = globSync('src/**/*.ts', { cwd: source }).filter(
    (file) => !/\.test\.ts$|test-support|write-|sign-status|reasons\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const path = file.replace(/^src\//, '');
    const { code, mutants } = makeSwitchable(path, readFileSync(join(source, file), 'utf8'));
    writeFileSync(join(copy, file), code);
    return mutants.filter((mutant) => mutant.file.includes(wanted));
  });
}

/** Whether they pass. Those that do not end, as of a loop without its check, are told apart. */
type Outcome = 'passed' | 'failed' | 'timed out';

function runTests(tests: readonly string[], mutant = ''): Promise<Outcome> {
  const filters = tests.map((name) => `src/${name}`);
  const options = ['--root', copy, '--bail', '1', '--testTimeout', '20000', '-t', leftOut];
  const child = spawn('vitest', ['run', '--no-isolate', ...options, ...filters], {
    env: { ...process.env, MUTANT: mutant },
    stdio: 'ignore',
    timeout: 120_000,
  });
  return new Promise((resolve) => {
    child.on('exit', (status) => {
      if (status === null) resolve('timed out');
      else resolve(status === 0 ? 'passed' : 'failed');
    });
  });
}

async function main(): Promise<boolean> {
  const mutants = prepare();
  const all = [...new Set(Object.values(testsOf).flat())];
  if ((await runTests(all)) !== 'passed') throw new Error('The tests fail without any change');
  console.log(`${mutants.length} checks are taken out, one at a time.`);
  const waiting = [...mutants];
  const survivors: string[] = [];
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const folder = mutant.file.includes('/') ? (mutant.file.split('/')[0] ?? '') : '';
      const outcome = await runTests(testsOf[folder] ?? all, mutant.id);
      if (outcome === 'timed out') console.log(`timed out ${mutant.id} ${mutant.text}`);
      if (outcome !== 'passed') continue;
      const known = shadowed.find(
        ({ file, text }) => file === mutant.file && mutant.text.includes(text),
      );
      console.log(`${known ? 'shadowed' : 'SURVIVES'} ${mutant.id} ${mutant.text}`);
      if (!known) survivors.push(mutant.id);
    }
  };
  await Promise.all([work(), work()]);
  console.log(`${mutants.length - survivors.length} held or shadowed, ${survivors.length} survive`);
  return survivors.length === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}
