import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What a browser would load of a program that imports this, minified. */
async function bundle(program: string, external: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
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
function kilobytes(code: string): number {
  return gzipSync(code, { level: 9 }).length / 1000;
}

const seal = '@diplomaregister/seal/verify';
const everything = "export * from './index.ts'; export * from './verify/index.ts';";

describe('a browser loads', () => {
  it.each([
    ['the client', 5, "export { createClient } from './index.ts';", []],
    ['everything but the PDF check', 12, everything, [seal]],
    ['verify with the PDF check', 24, "export { verify } from './verify/index.ts';", []],
  ])('%s in at most %d kB', async (name, most, program, external) => {
    const size = kilobytes(await bundle(program, external));
    expect(size, `${name} is ${size} kB`).toBeLessThanOrEqual(most);
    // A limit that is far off holds nothing.
    expect(size, `${name} is ${size} kB`).toBeGreaterThan(most / 2);
  });

  it.each([
    ['diplomas', 'list', 3],
    ['extracts', 'create', 3.5],
    ['shares', 'create', 3.5],
    ['deliveries', 'create', 4.5],
  ])('of one operation no other: %s.%s in at most %d kB', async (part, method, most) => {
    const program = `import { connect, ${part} } from './index.ts';
      export const run = (options) => ${part}(connect(options)).${method};`;
    const code = await bundle(program);
    expect(kilobytes(code), `${kilobytes(code)} kB`).toBeLessThanOrEqual(most);
    expect(code).not.toContain('/correction-requests');
  });

  it('little more than a bare client of types, openapi-fetch, has without errors and retries', async () => {
    const bare = kilobytes(await bundle("export { default } from 'openapi-fetch';"));
    const own = kilobytes(await bundle("export { createClient } from './index.ts';"));
    expect(own - bare, `${own} kB and ${bare} kB`).toBeLessThanOrEqual(3);
  });

  it('nothing that only Node has', async () => {
    const code = await bundle(everything);
    expect(code).not.toMatch(/\b(Buffer|process|require|__dirname|global)\b[.(]/);
    await expect(bundle("import 'node:fs';")).rejects.toThrow('node:fs');
  });
});
