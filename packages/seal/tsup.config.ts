import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/verify.ts', 'src/seal.ts', 'src/authority.ts', 'src/pkcs11.ts'],
  format: 'esm',
  target: 'es2022',
  splitting: true,
  clean: true,
});
