import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DiplomaList, DiplomaVerify } from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');
const known = new Map([
  ['diploma-list', DiplomaList.observedAttributes],
  ['diploma-verify', DiplomaVerify.observedAttributes],
]);

/** The elements in the HTML on the pages for developers, with their attributes. */
const elements = globSync('docs/developers/*.md', { cwd: root }).flatMap((page) =>
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(
      /<(diploma-[a-z]+)((?: [\w-]+(?:="[^"]*")?)+)>/g,
    ),
  ].map(([, tag = '', attributes = '']) => ({
    page,
    tag,
    names: [...attributes.matchAll(/ ([\w-]+)/g)].map(([, name = '']) => name),
  })),
);

it('the pages for developers show elements only with attributes that they have', () => {
  expect(elements.map(({ tag }) => tag)).toContain('diploma-verify');
  for (const { names, page, tag } of elements) {
    expect(known.get(tag), `<${tag}> on ${page}`).toEqual(expect.arrayContaining(names));
  }
});
