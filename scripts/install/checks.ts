// What is tried with installed packages.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Check, expectProgram, output } from './check.ts';
import { mocksInBrowser } from './mocks-in-browser.ts';
import { next } from './next.ts';

/** Runs what a bundler made of `run.mjs`. */
const runBundle = (project: string) => expectProgram('node', ['bundle.mjs'], project);

/** The checks that need nothing but this workspace. */
export const quickChecks: readonly Check[] = [
  { name: 'ES modules', run: (project) => expectProgram('node', ['run.mjs'], project) },
  {
    name: 'CommonJS by require()',
    run: (project) => expectProgram('node', ['--no-warnings', 'run.cjs'], project),
  },
  {
    name: 'a server without a document',
    run: (project) => expectProgram('node', ['server.mjs'], project),
  },
  {
    name: 'the command line',
    run(project) {
      const command = join(project, 'node_modules/@diplomaregister/sdk/dist/command-line.js');
      const help = output('node', [command, '--help', '--language', 'en'], project);
      if (!help.startsWith('Usage: diplomaregister')) throw new Error(help);
    },
  },
  {
    name: 'esbuild',
    async run(project) {
      const { build } = await import('esbuild');
      const options = {
        bundle: true,
        format: 'esm',
        absWorkingDir: project,
        logLevel: 'error',
      } as const;
      await build({
        ...options,
        entryPoints: ['run.mjs'],
        platform: 'browser',
        outfile: 'bundle.mjs',
      });
      runBundle(project);
      await build({ ...options, entryPoints: ['browser.mjs'], splitting: true, outdir: 'site' });
    },
  },
  typeCheck(
    'the types of the elements',
    join(import.meta.dirname, '../../node_modules/typescript'),
    'types-of-elements.ts',
    {},
  ),
];

/** Compiles a program by a TypeScript that lies in a folder. */
function typeCheck(name: string, compiler: string, file: string, options: object): Check {
  return {
    name,
    run(project) {
      const compilerOptions = {
        ...{ target: 'ES2022', module: 'NodeNext', lib: ['ES2022', 'DOM', 'DOM.Iterable'] },
        // The declarations themselves are checked too.
        ...{ strict: true, noEmit: true, skipLibCheck: false, types: [] },
        ...options,
      };
      const config = { compilerOptions, files: [file] };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
      output('node', [join(compiler, 'bin/tsc'), '-p', '.'], project);
    },
  };
}

/** The checks that fetch tools or take long. */
export const longChecks: readonly Check[] = [
  {
    name: 'Vite, for browsers and for a server',
    async run(project) {
      const { build } = await import('vite');
      const common = { root: project, configFile: false, logLevel: 'error' } as const;
      await build({
        ...common,
        build: { lib: { entry: 'browser.mjs', formats: ['es'] }, outDir: 'site-vite' },
      });
      await build({
        ...common,
        ssr: { noExternal: true },
        build: {
          ssr: 'server.mjs',
          outDir: 'server-vite',
          rolldownOptions: { output: { format: 'es' } },
        },
      });
      expectProgram('node', [join('server-vite', 'server.js')], project);
    },
  },
  {
    name: 'webpack',
    run(project) {
      const webpack = createRequire(join(project, 'package.json'))('webpack');
      const build = (entry: string, filename: string, target: string) =>
        new Promise<void>((resolve, reject) => {
          const configuration = {
            ...{ mode: 'production', context: project, entry: `./${entry}`, target },
            output: { path: project, filename, module: true, library: { type: 'module' } },
            experiments: { outputModule: true },
          };
          webpack(configuration, (error: unknown, stats: { hasErrors(): boolean } | undefined) =>
            error || stats?.hasErrors() ? reject(error ?? new Error(String(stats))) : resolve(),
          );
        });
      return build('run.mjs', 'bundle.mjs', 'node20')
        .then(() => runBundle(project))
        .then(() => build('browser.mjs', 'site-webpack.mjs', 'web'));
    },
  },
  mocksInBrowser,
  next,
  typeCheck('TypeScript 5.7, strict', 'node_modules/typescript-oldest', 'types.ts', {}),
  typeCheck(
    'TypeScript 5.7 without strictNullChecks',
    'node_modules/typescript-oldest',
    'types.ts',
    {
      strictNullChecks: false,
    },
  ),
  typeCheck('TypeScript 5.7 for a bundler', 'node_modules/typescript-oldest', 'types.ts', {
    module: 'ESNext',
    moduleResolution: 'bundler',
  }),
  typeCheck(
    'TypeScript 5.7 with the elements',
    'node_modules/typescript-oldest',
    'types-of-elements.ts',
    {},
  ),
  // MSW asks for this version.
  typeCheck(
    'TypeScript 5.9 with the mocks',
    'node_modules/typescript-of-mocks',
    'types-of-mocks.ts',
    {
      skipLibCheck: true,
      types: ['node'],
    },
  ),
  ...[
    ['Node 20', 'node@20', ['run.mjs']],
    ['Deno', 'deno', ['run', '--allow-all', 'run-and-exit.mjs']],
    ['Bun', 'bun', ['run.mjs']],
  ].map(
    ([name, tool, words]): Check => ({
      name: String(name),
      run: (project) =>
        expectProgram('npx', ['--yes', String(tool), ...(words as string[])], project),
    }),
  ),
];

/** Makes the checks one after the other, and gives whether all of them passed. */
export async function runChecks(checks: readonly Check[], project: string): Promise<boolean> {
  let passed = 0;
  for (const { name, run } of checks) {
    const start = performance.now();
    try {
      await run(project);
      passed += 1;
      console.log(`${name}: fine (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      // The message has what stands on stderr; a compiler says why on stdout.
      const { stdout = '' } = Object(error) as Readonly<Record<string, string>>;
      console.error(`${name}: failed: ${error}\n${stdout}`);
    }
  }
  return passed === checks.length;
}
