import type { MinifyOptions } from 'terser';

/**
 * How the published files are minified once more: Terser finds some 2 % that esbuild leaves. No getter
 * in them does anything but give, so that a read may be moved or left out; no function that is not a
 * class is made an object with `new`, so that it may become an arrow.
 */
export const terserOptions: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: {
    passes: 6,
    pure_getters: true,
    unsafe_arrows: true,
    // What follows makes the code no shorter, but more alike, which gzip rewards.
    inline: 1,
    lhs_constants: false,
  },
  format: { comments: false },
};
