import { describe, expect, it } from 'vitest';
import { importedModules, importFault } from './import-rules.ts';

const sdk = {
  folder: 'packages/sdk',
  rule: { code: ['contract', 'seal'], tests: ['mocks'] },
  dependencies: new Set([
    '@diplomaregister/contract',
    '@diplomaregister/elements',
    '@diplomaregister/mocks',
    '@diplomaregister/seal',
  ]),
};

describe('importedModules', () => {
  it('finds imports, re-exports and dynamic imports', () => {
    const code = `import { a } from 'one';
import type { B } from 'two';
export { c } from 'three';
export * from 'four';
const five = await import('five');`;
    expect(importedModules('x.ts', code)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });
});

describe('importFault', () => {
  it.each([
    ['packages/sdk/src/client.ts', '@diplomaregister/contract'],
    ['packages/sdk/src/client.ts', '@diplomaregister/seal/verify'],
    ['packages/sdk/src/client.ts', './errors.ts'],
    ['packages/sdk/src/client.test.ts', '@diplomaregister/mocks/node'],
    ['packages/sdk/src/client.test-d.ts', '@diplomaregister/mocks/node'],
    ['packages/sdk/src/command-line/main.ts', 'node:fs'],
    ['packages/sdk/src/client.ts', '#runtime'],
  ])('lets %s import %s', (file, specifier) => {
    expect(importFault(sdk, file, specifier)).toBeUndefined();
  });

  it.each([
    ['packages/sdk/src/client.ts', '@diplomaregister/elements', 'may not import'],
    ['packages/sdk/src/client.ts', '@diplomaregister/mocks/node', 'may not import'],
    ['packages/sdk/src/client.ts', '../../seal/src/verify.ts', 'leaves the package'],
    ['packages/sdk/src/client.ts', 'left-pad', 'is not in packages/sdk/package.json'],
  ])('does not let %s import %s', (file, specifier, fault) => {
    expect(importFault(sdk, file, specifier)).toContain(fault);
  });
});
