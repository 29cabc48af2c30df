import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    examples: 'src/examples/index.ts',
    documents: 'src/generated/documents/index.ts',
    problems: 'src/problems/index.ts',
    suite: 'src/suite/index.ts',
  },
  format: 'esm',
  target: 'es2022',
  splitting: true,
  clean: true,
});
