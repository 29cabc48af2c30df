import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/browser.ts', 'src/node.ts'],
  format: 'esm',
  target: 'es2022',
  // Node asks for an import attribute that older bundlers do not know: take the JSON in.
  noExternal: ['@diplomaregister/contract/openapi.json'],
  splitting: true,
  clean: true,
});
