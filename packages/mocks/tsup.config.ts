import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/browser.ts', 'src/node.ts'],
  format: 'esm',
  target: 'es2022',
  treeshake: true,
  sourcemap: true,
});
