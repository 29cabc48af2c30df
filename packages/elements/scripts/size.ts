// Measures what the elements weigh as a site would load them: bundled, minified, with Lit, in gzip.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compactTemplates } from './compact-templates.ts';

/** What a page loads for one element. */
export interface Weight {
  /** Bytes of gzip that load with the page. */
  readonly atLoad: number;
  /** The same plus what loads when it is needed first. */
  readonly inAll: number;
  /** The files whose code loads with the page. */
  readonly filesAtLoad: readonly string[];
}

/** Weighs a define module, given by its path below `src/define`, as a bundler makes of it. */
export async function weigh(defineModule: string): Promise<Weight> {
  const { outputFiles, metafile } = await bundle(defineModule, true);
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint);
  const atLoad = new Set<string>();
  const follow = (path: string | undefined): void => {
    const output = path === undefined ? undefined : metafile.outputs[path];
    if (path === undefined || !output || atLoad.has(path)) return;
    atLoad.add(path);
    for (const { path: next, kind } of output.imports) {
      if (kind === 'import-statement') follow(next);
    }
  };
  follow(entry);
  const size = (paths: (path: string) => boolean) =>
    outputFiles
      .filter(({ path }) =>
        [...Object.keys(metafile.outputs)].some((name) => path.endsWith(name) && paths(name)),
      )
      .reduce((sum, { contents }) => sum + gzipped(contents), 0);
  return {
    atLoad: size((path) => atLoad.has(path)),
    inAll: size(() => true),
    filesAtLoad: [...atLoad].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {})),
  };
}

/** Weighs a define module as the one file for a script tag, with all that it loads later. */
export async function weighSingleFile(defineModule: string): Promise<number> {
  const { outputFiles } = await bundle(defineModule, false);
  return outputFiles.reduce((sum, { contents }) => sum + gzipped(contents), 0);
}

function bundle(defineModule: string, splitting: boolean) {
  return build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: [`src/define/${defineModule}`],
    bundle: true,
    splitting,
    minify: true,
    format: 'esm',
    target: 'es2023',
    legalComments: 'none',
    conditions: ['@diplomaregister/source', 'browser', 'production'],
    plugins: [compactTemplates()],
    metafile: true,
    write: false,
    outdir: 'weighed',
    entryNames: '[name]',
  });
}

function gzipped(contents: Uint8Array): number {
  return gzipSync(contents, { level: 9 }).length;
}
