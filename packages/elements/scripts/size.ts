// Measures what the elements weigh as a site would load them: bundled, minified, with Lit, in gzip.

import { gzipSync } from 'node:zlib';
import { bundle, bundleSingleFile } from './bundle.ts';

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
  const { files, metafile } = await bundle(`src/define/${defineModule}`, { splitting: true });
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
  const size = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + gzipped(files.get(path) ?? ''), 0);
  return {
    atLoad: size(atLoad),
    inAll: size(files.keys()),
    filesAtLoad: [...atLoad].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {})),
  };
}

/** Weighs a define module as the one file for a script tag, with all that it loads later. */
export async function weighSingleFile(defineModule: string): Promise<number> {
  return gzipped(await bundleSingleFile(`src/define/${defineModule}`));
}

function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
