import type { MinifyOptions } from 'terser';

/** How the published files are minified once more: Terser finds some 2 % that esbuild leaves. */
export const terserOptions: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3 },
  format: { comments: false },
};
