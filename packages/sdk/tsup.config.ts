import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    verify: 'src/verify/index.ts',
    'command-line': 'src/command-line/main.ts',
    'check-worker': 'src/command-line/check-worker.ts',
  },
  format: 'esm',
  target: 'es2022',
  splitting: true,
  clean: true,
});
