import { readFile } from 'node:fs/promises';
import { type Plugin, transform } from 'esbuild';

/**
 * Takes the line breaks and indentation out of the templates of this package: in HTML and CSS they
 * mean no more than a space. Each file is minified first, so that no other line breaks are left.
 */
export function compactTemplates(): Plugin {
  return {
    name: 'compact-templates',
    setup(build) {
      build.onLoad({ filter: /packages[/\\]elements[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), {
          loader: 'ts',
          target: 'es2023',
          minifyWhitespace: true,
          tsconfigRaw: {
            compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false },
          },
        });
        return { contents: code.replace(/\n\s*/g, ' '), loader: 'js' };
      });
    },
  };
}
