import { expect, it } from 'vitest';
import { bundleSize } from '../proof/sizes.ts';

// The bundle is one for browsers: a built-in module of Node would fail it.
it.each([
  ['./src/verify.ts', 16_000],
  ['./src/seal.ts', 24_000],
])('%s takes at most %i bytes, compressed', async (entry, most) => {
  const { gzip } = await bundleSize(`export * from '${entry}'`);
  expect(gzip).toBeLessThanOrEqual(most);
  expect(gzip).toBeGreaterThan(5_000);
});
