import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a browser would load of a program in a folder that imports this, minified. */
export async function bundle(
  folder: string,
  program: string,
  external: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // Fails on anything that is built into Node.
    platform: 'browser',
    conditions: ['@diplomaregister/source'],
    external: [...external],
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Kilobytes after gzip, as they travel. */
export function kilobytes(code: string): number {
  return gzipSync(code, { level: 9 }).length / 1000;
}
