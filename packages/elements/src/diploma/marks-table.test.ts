import { expect, it } from 'vitest';
import { expectToFit, mount, startRegister } from '../test-support/page.ts';

/** How many lines a part of a text takes: more than one for a word that was broken. */
function linesOf(text: Node, from: number, to: number): number {
  const range = new Range();
  range.setStart(text, from);
  range.setEnd(text, to);
  // The first letter is a rectangle of its own, on the same line.
  return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
}

it.each(['nl', 'en'])('breaks no word on a small phone with wide spacing, in %s', async (lang) => {
  const register = await startRegister();
  const { anchors, extracts, url } = register;
  const element = await mount('diploma-verify', { anchors, lang, register: url });
  element.style.setProperty('--diploma-spacing', '1.5em');
  element.style.setProperty('--diploma-font-size', '17px');
  await element.verify(extracts.dutch);
  await element.updateComplete;
  await expectToFit(element, 290);
  const names = [...(element.shadowRoot?.querySelectorAll('tbody th bdi') ?? [])];
  expect(names.length).toBeGreaterThan(10);
  for (const { textContent, lastChild } of names) {
    if (!lastChild) throw new Error('A subject has no name');
    for (const { 0: word, index } of textContent.matchAll(/\S+/g)) {
      expect(linesOf(lastChild, index, index + word.length), word).toBe(1);
    }
  }
});
