import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { minify } from 'terser';
import { compactTemplates } from './compact-templates.ts';
import { terserOptions } from './terser-options.ts';

/** A module of this package with all that it imports, as files for browsers. */
export interface Bundle {
  /** The code of each file, by its path; the paths are those of `metafile.outputs`. */
  readonly files: ReadonlyMap<string, string>;
  readonly metafile: Metafile;
}

/** Bundles a module of this package in memory as it is published: minified, and here with Lit. */
export async function bundle(
  entryPoint: string,
  { splitting = false, plugins = [compactTemplates({ oneFile: !splitting })] }: BuildOptions = {},
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: [entryPoint],
    bundle: true,
    splitting,
    minify: true,
    format: 'esm',
    target: 'es2023',
    legalComments: 'none',
    conditions: ['@diplomaregister/source', 'browser', 'production'],
    plugins,
    metafile: true,
    write: false,
    outdir: 'bundled',
    entryNames: '[name]',
  });
  const files = new Map<string, string>();
  for (const path of Object.keys(metafile.outputs)) {
    const output = outputFiles.find((file) => file.path.endsWith(path));
    const { code } = await minify(output?.text ?? '', terserOptions);
    files.set(path, code ?? '');
  }
  return { files, metafile };
}

/** The code of a module of this package in one file, as for a script tag. */
export async function bundleSingleFile(
  entryPoint: string,
  options?: BuildOptions,
): Promise<string> {
  const { files } = await bundle(entryPoint, options);
  return [...files.values()].join('');
}
