import { plugins } from './scripts/manifest.ts';

/** The manifest is made of the elements' classes, their events and the design tokens. */
export default {
  globs: ['src/*/diploma-{list,verify}.ts', 'src/*/events.ts', 'src/tokens/tokens.styles.ts'],
  exclude: ['src/define/*'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins,
};
