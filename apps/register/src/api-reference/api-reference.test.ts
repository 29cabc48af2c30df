import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractOperations } from '../contract/operations.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { schemas } from './document.ts';

let register: TestRegister;
let page: string;
beforeAll(async () => {
  register = await startRegister();
  page = (await register.server.inject('/docs')).body;
});
afterAll(() => register.close());

test('names every operation and every schema, and every link within it leads somewhere', () => {
  for (const { id } of contractOperations) expect(page).toContain(`<h3 id="${id}">`);
  for (const [name] of schemas) expect(page).toContain(`<h3 id="schema-${name}">`);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe([...page.matchAll(/ id="/g)].length);
});

test('loads its own style sheet, and nothing else', async () => {
  const { headers } = await register.server.inject('/docs');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toContain("default-src 'none';style-src 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(page).not.toMatch(/<script|<style| style=| on\w+=|<img|<iframe/);
  const style = await register.server.inject('/docs/reference.css');
  expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(style.body).not.toMatch(/@import|url\(/);
});

test('shows what the contract says as text', () => {
  expect(page).not.toMatch(/undefined|\[object/);
  expect(page).toContain('https://register.example/v1');
  expect(page).toContain('Access token with scope <code>deliveries</code>');
});
