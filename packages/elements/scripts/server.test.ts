// On a server: `document`, `HTMLElement` and `customElements` are not there.
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';

test('every module can be imported on a server', async () => {
  expect(typeof globalThis.document).toBe('undefined');
  const { DiplomaList, DiplomaVerify } = await import('../src/index.ts');
  await import('../src/define/diploma-verify.ts');
  await import('../src/define/diploma-list.ts');
  await import('../src/define/hydrate/diploma-verify.ts');
  await import('../src/define/hydrate/diploma-list.ts');
  expect([DiplomaList.name, DiplomaVerify.name]).toEqual(['DiplomaList', 'DiplomaVerify']);
});

test('a server draws <diploma-verify> in the language and for the form that it is told', async () => {
  const { drawVerify } = await import('../src/server/server.ts');
  expect(drawVerify()).toMatch(/^<template shadowroot="open" shadowrootmode="open"><style>/);
  expect(drawVerify()).toContain('Controleer een diploma');
  const english = drawVerify({ lang: 'en', headingLevel: 3 });
  expect(english).toContain('Check a diploma');
  expect(english).toContain('aria-level="3"');
  expect(english).toContain('We do not send it anywhere');
  expect(drawVerify({ lang: 'en', name: 'diploma' })).toContain('is sent along with this form');
});

test('what is drawn is text, whatever it is', async () => {
  const { drawVerify } = await import('../src/server/server.ts');
  const hostile = drawVerify({ shareCode: '"><img src=x>', lang: '"><script>', name: '<b>' });
  expect(hostile).not.toMatch(/<img|<script|<b>/);
});

test('a server asks no register for anything, also for who is signed in', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  const { drawList } = await import('../src/server/server.ts');
  expect(drawList({ lang: 'en' })).toContain('<slot name="signed-out">');
  const signedIn = drawList({ lang: 'en', signedIn: true });
  expect(signedIn).not.toContain('<slot');
  expect(signedIn).toContain('class="skeleton"');
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('a policy can allow the styles by a nonce or by their hash', async () => {
  const { drawList, drawVerify, styleSource } = await import('../src/server/server.ts');
  for (const [tag, drawn] of [
    ['diploma-list', drawList({ nonce: 'bm9uY2U=' })],
    ['diploma-verify', drawVerify({ nonce: 'bm9uY2U=' })],
  ] as const) {
    const [, sheet = ''] = /<style nonce="bm9uY2U=">(.*)<\/style>/s.exec(drawn) ?? [];
    const hash = createHash('sha256').update(sheet).digest('base64');
    expect(styleSource(tag)).toBe(`'sha256-${hash}'`);
  }
  expect(() => drawVerify({ nonce: '"><script>' })).toThrow('This is no nonce');
});
