import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';

/**
 * Takes out of the templates of this package what a browser does not need: style sheets are
 * minified; line breaks with their indentation go between tags, and are one space elsewhere.
 *
 * In one file for all there is nothing to load later: what asks for it gets it from an import at the
 * top. Else esbuild wraps each module into a function, which costs 0.9 to 1.4 kB of gzip.
 */
export function compactTemplates({ oneFile = false } = {}): Plugin {
  return {
    name: 'compact-templates',
    setup({ onLoad }) {
      onLoad({ filter: /packages[/\\]elements[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
        const source = await compactStyles(await readFile(path, 'utf8'));
        const whole = oneFile ? await importAtTop(path, source) : source;
        // The code is minified first, so that templates have the only line breaks that are left.
        const { code } = await transform(whole, {
          loader: 'ts',
          target: 'es2023',
          minifyWhitespace: true,
          tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
        });
        const betweenTags = /(?<=[>}`])\n\s*(?=[<$])/g;
        return {
          contents: code.replace(betweenTags, '').replace(/\n\s*/g, ' '),
          loader: 'js',
        };
      });
    },
  };
}

/** Minifies the style sheet of a file, which stands in it whole and alone. */
async function compactStyles(source: string): Promise<string> {
  const [template, sheet] = /\bcss`([^`$\\]*)`/.exec(source) ?? [];
  if (template === undefined || sheet === undefined) return source;
  const { code } = await transform(sheet, { loader: 'css', minify: true });
  // In custom properties esbuild leaves the spaces.
  const compact = code.trim().replace(/(?<=[:(,]) | (?=\))/g, '');
  return source.replace(template, () => `css\`${compact}\``);
}

/**
 * Turns `import('module')` into a static import of all that the module exports. Each by its name: a
 * namespace would be made by a call at the top, before which Terser takes no constant for one.
 */
async function importAtTop(path: string, source: string): Promise<string> {
  const pattern = /(?<!typeof )\bimport\('([^']+)'\)/g;
  const modules = [...source.matchAll(pattern)].map(([, module = '']) => module);
  const names = await Promise.all(modules.map((module) => exportsOf(join(dirname(path), module))));
  const imports = modules.map((module, index) => `import * as later${index} from '${module}';`);
  let next = 0;
  const code = source.replaceAll(pattern, () => {
    const index = next++;
    const all = names[index]?.map((name) => `${name}: later${index}.${name}`) ?? [];
    return `Promise.resolve({ ${all.join(', ')} })`;
  });
  return imports.join('') + code;
}

/** The names that a module exports. */
async function exportsOf(path: string): Promise<readonly string[]> {
  const { metafile } = await build({ entryPoints: [path], metafile: true, write: false });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}
