import { expect, test } from 'vitest';

// Without a DOM: `customElements` and `HTMLElement` are not there.
test('the classes and the define modules can be imported on a server', async () => {
  expect(typeof globalThis.document).toBe('undefined');
  const { DiplomaList, DiplomaVerify } = await import('../src/index.ts');
  await import('../src/define/diploma-verify.ts');
  await import('../src/define/diploma-list.ts');
  expect([DiplomaList.name, DiplomaVerify.name]).toEqual(['DiplomaList', 'DiplomaVerify']);
});
