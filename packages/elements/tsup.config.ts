import { defineConfig, type Options } from 'tsup';
import { compactTemplates } from './scripts/compact-templates.ts';
import { terserOptions } from './scripts/terser-options.ts';

const common: Options = {
  format: ['esm'],
  target: 'es2023',
  minify: 'terser',
  terserOptions,
  dts: false,
  esbuildPlugins: [compactTemplates()],
  esbuildOptions(options) {
    options.minify = true;
  },
};

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      'diploma-list': 'src/define/diploma-list.ts',
      'diploma-verify': 'src/define/diploma-verify.ts',
    },
    splitting: true,
    clean: true,
  },
  {
    // One file for a script tag, with everything in it, also what else loads when it is needed.
    ...common,
    esbuildPlugins: [compactTemplates({ oneFile: true })],
    entry: {
      'embed/diploma-list': 'src/define/diploma-list.ts',
      'embed/diploma-verify': 'src/define/diploma-verify.ts',
    },
    noExternal: [/.*/],
    splitting: false,
    esbuildOptions(options) {
      options.minify = true;
      options.conditions = ['@diplomaregister/source', 'browser', 'production'];
    },
  },
]);
