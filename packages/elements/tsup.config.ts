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
      'hydrate/diploma-list': 'src/define/hydrate/diploma-list.ts',
      'hydrate/diploma-verify': 'src/define/hydrate/diploma-verify.ts',
      'frameworks/react': 'src/frameworks/react.ts',
      'frameworks/svelte': 'src/frameworks/svelte.ts',
      'frameworks/vue': 'src/frameworks/vue.ts',
      server: 'src/server/server.ts',
    },
    splitting: true,
    clean: true,
  },
  {
    // One file for a script tag, with everything in it, also what else loads when it is needed.
    ...common,
    platform: 'browser',
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
