// The manifest says all that a host can use of the elements, and nothing that is not there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DiplomaList,
  DiplomaVerify,
  listCatalogues,
  toneOf,
  verdictCatalogues,
} from '../src/index.ts';

const root = join(import.meta.dirname, '..');
const classes = { 'diploma-list': DiplomaList, 'diploma-verify': DiplomaVerify } as const;
type Tag = keyof typeof classes;

let manifest: Package;
/** The source of everything that a tag's module brings along, by the tag. */
const sources = new Map<string, string>();

beforeAll(async () => {
  manifest = await cli({ argv: ['analyze'], cwd: root, noWrite: true });
  for (const tag of Object.keys(classes)) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [`src/define/${tag}.ts`],
      bundle: true,
      format: 'esm',
      packages: 'external',
      metafile: true,
      write: false,
    });
    const files = Object.keys(metafile.inputs);
    sources.set(tag, files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n'));
  }
});

function documented(tag: string): CustomElementDeclaration {
  const all = manifest.modules.flatMap(({ declarations }) => declarations ?? []);
  const found = all.find((each) => 'tagName' in each && each.tagName === tag);
  if (!found) throw new Error(`<${tag}> is not in the manifest`);
  return found as CustomElementDeclaration;
}

const namesOf = (things: readonly { readonly name: string }[] = []) =>
  things.map(({ name }) => name).toSorted();

/** What stands in the source between the groups of a pattern. */
function inSource(tag: string, pattern: RegExp): readonly string[] {
  const found = [...(sources.get(tag) ?? '').matchAll(pattern)].map(([, text = '']) => text);
  expect(found.length, `${pattern} in the source of <${tag}>`).toBeGreaterThan(0);
  return [...new Set(found)];
}

const statesOf: Readonly<Record<Tag, () => readonly string[]>> = {
  'diploma-list': () => [
    ...Object.keys(listCatalogues['nl']?.list.signIn ?? {}),
    ...inSource('diploma-list', /^ {8}return (?:'|.* [?:] ')([a-z-]+)'/gm),
    'empty',
  ],
  'diploma-verify': () => {
    const outcomes = Object.keys(verdictCatalogues['nl']?.verdict.outcomes ?? {});
    const tones = outcomes.map((outcome) => toneOf(outcome as Parameters<typeof toneOf>[0]));
    return ['idle', 'dragging', 'checking', ...outcomes, ...tones];
  },
};

describe.each(Object.keys(classes) as readonly Tag[])('the manifest of <%s>', (tag) => {
  it('has every part', () => {
    const used = inSource(tag, /\bpart="([^"]+)"/g).flatMap((names) => names.split(' '));
    // A name may end in what is known only when it is drawn: `check-${result}`.
    const patterns = used.map((name) => new RegExp(`^${name.replace(/\$\{.*\}/, '[a-z-]+')}$`));
    const parts = namesOf(documented(tag).cssParts);
    const missing = patterns.filter((pattern) => !parts.some((part) => pattern.test(part)));
    expect(missing).toEqual([]);
    expect(parts.filter((part) => !patterns.some((pattern) => pattern.test(part)))).toEqual([]);
  });

  it('has every event with its class', () => {
    const dispatched = inSource(tag, /\bdispatch(?:Event)?\(new (\w+)/g);
    const events = documented(tag).events ?? [];
    expect(events.map(({ type }) => type.text).toSorted()).toEqual(dispatched.toSorted());
    expect(manifest.modules[0]?.declarations?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...dispatched]),
    );
  });

  it('has every custom property', () => {
    const used = inSource(tag, /(--diploma-[a-z-]+)/g);
    const properties = documented(tag).cssProperties ?? [];
    expect(namesOf(properties)).toEqual(used.toSorted());
    for (const { name, description, default: fallback } of properties) {
      expect([name, description, fallback]).not.toContain('');
    }
  });

  it('has every state', () => {
    const states = [...new Set(statesOf[tag]())].toSorted();
    expect(namesOf(documented(tag).cssStates)).toEqual(states);
  });

  it('has every property and attribute with its meaning and type', () => {
    const { members = [], attributes = [] } = documented(tag);
    const ofLit = [...classes[tag].elementProperties].filter(([, { state }]) => !state);
    const properties = ofLit.map(([name]) => String(name));
    expect(namesOf(members)).toEqual(expect.arrayContaining(properties));
    const declared = attributes.filter(({ fieldName }) => fieldName);
    expect(namesOf(declared)).toEqual([...classes[tag].observedAttributes].toSorted());
    for (const each of [...members, ...attributes]) {
      const type = 'return' in each ? each.return?.type : 'type' in each ? each.type : undefined;
      expect(each.description && type?.text, each.name).toBeTruthy();
    }
  });

  it('has every slot', () => {
    const slots = sources.get(tag)?.matchAll(/<slot(?: name="([^"]+)")?/g) ?? [];
    expect(namesOf(documented(tag).slots)).toEqual([...slots].map(([, name = '']) => name));
  });
});

it('the manifest goes along with the package, which names it', () => {
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(description.customElements).toBe('dist/custom-elements.json');
  expect(description.exports['./custom-elements.json']).toBe('./dist/custom-elements.json');
  const files = Object.values(description.exports).flatMap((entry) => Object(entry).default ?? []);
  for (const { path } of manifest.modules) expect(files).toContain(`./${path}`);
});

it('the README names every custom property', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const list = /`--diploma-` with: ([^.]*)\./.exec(readme)?.[1] ?? '';
  const names = [...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => `--diploma-${name}`);
  expect(names.toSorted()).toEqual(namesOf(documented('diploma-verify').cssProperties));
});
