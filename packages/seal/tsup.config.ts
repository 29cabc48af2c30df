import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/verify.ts',
    'src/seal.ts',
    'src/authority.ts',
    'src/node.ts',
    'src/pkcs11.ts',
    'src/inflate/*.ts',
    '!src/inflate/*.test.ts',
  ],
  // Chosen by the conditions of whoever installs the package.
  external: ['#inflate'],
  format: 'esm',
  target: 'es2022',
  splitting: true,
  clean: true,
});
