import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));

// The server writes the pages; Vite builds what they load. The manifest tells which files those are.
export default defineConfig({
  resolve: {
    conditions: ['@diplomaregister/source', 'module', 'browser', 'development|production'],
  },
  build: {
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2023',
    // A strict policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        site: entry('site'),
        home: entry('home'),
        portal: entry('portal'),
        employer: entry('employer'),
        check: entry('check'),
      },
    },
  },
});
