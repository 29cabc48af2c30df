// `npm test`: everything that a change must pass, cheapest first. Each check counts as one, each
// test as one; the last line is the sum.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareTools } from './test-tools.ts';

const checks: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'imports', command: ['node', 'scripts/check-imports.ts'] },
  { name: 'types', command: ['pnpm', 'typecheck'] },
  { name: 'build', command: ['pnpm', 'build'] },
  { name: 'examples', command: ['pnpm', 'examples'] },
  { name: 'packages as they will be installed', command: ['node', 'scripts/check-packages.ts'] },
];

function run(command: readonly string[]): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'inherit' }).status === 0;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
}

function runVitest(): { readonly passed: number; readonly failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-test-'));
  const reportFile = join(folder, 'report.json');
  const ok = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
    // A file that could not be loaded fails the run without a failed test of its own.
    const failed = report.numFailedTests + (ok ? 0 : Number(report.numFailedTests === 0));
    return { passed: report.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What Node compiled is kept for the programs that are started again and again.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../node_modules/.cache/node-compile', import.meta.url),
);

const missing = prepareTools();
if (missing.length > 0) {
  console.error(`The tests need these Debian packages (or the like): ${missing.join(' ')}`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
for (const { name, command } of checks) {
  console.log(`\n== ${name}`);
  if (run(command)) passed += 1;
  else {
    failed += 1;
    console.log(`== ${name}: failed`);
  }
}

console.log('\n== tests');
const tests = runVitest();
passed += tests.passed;
failed += tests.failed;

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
