import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicParts } from './public-parts.ts';
import { breaksOfShapes } from './shapes.ts';

interface Change {
  readonly before: string;
  readonly now: string;
}

const breaking: Readonly<Record<string, Change>> = {
  'a property has another type': {
    before: 'export declare function read(): Share; export interface Share { opened: number }',
    now: 'export declare function read(): Share; export interface Share { opened: string }',
  },
  'a type that nothing takes or gives has another property': {
    before: 'export interface Share { id: string; opened: number }',
    now: 'export interface Share { id: string; opened: string }',
  },
  'an optional parameter is gone': {
    before: 'export declare function list(limit?: number, cursor?: string): string[];',
    now: 'export declare function list(limit?: number): string[];',
  },
  'an optional parameter of a method is gone': {
    before: 'export declare class C { list(limit?: number): string[] }',
    now: 'export declare class C { list(): string[] }',
  },
  'an option is gone': {
    before: 'export interface Options { url: string; timeout?: number }',
    now: 'export interface Options { url: string }',
  },
  'an option of another type must be given': {
    before: 'export declare function connect(options: { url: string }): void;',
    now: 'export declare function connect(options: { url: string; token: string }): void;',
  },
  'a function may give more than before': {
    before: 'export declare function get(): Promise<string>;',
    now: 'export declare function get(): Promise<string | undefined>;',
  },
  'a union that is read has one more': {
    before: "export declare function verify(): 'genuine' | 'altered';",
    now: "export declare function verify(): 'genuine' | 'altered' | 'stolen';",
  },
  'a method of an interface takes less': {
    before: 'export interface V { verify(file: Blob | string): void } export declare const v: V;',
    now: 'export interface V { verify(file: Blob): void } export declare const v: V;',
  },
  'a method of a class is gone': {
    before: 'export declare class List { #items; reload(): void; reset(): void }',
    now: 'export declare class List { #items; reload(): void }',
  },
  'a type needs one more parameter': {
    before: 'export interface List<T> { items: T[] }',
    now: 'export interface List<T, Cursor> { items: T[]; next: Cursor }',
  },
};

const harmless: Readonly<Record<string, Change>> = {
  'a function is added': {
    before: 'export declare const a: number;',
    now: 'export declare const a: number; export declare function b(): void;',
  },
  'an answer has one more property': {
    before: 'export declare function read(): Share; export interface Share { id: string }',
    now: 'export declare function read(): Share; export interface Share { id: string; at: string }',
  },
  'an option is added': {
    before: 'export declare function connect(options: { url: string }): void;',
    now: 'export declare function connect(options: { url: string; timeout?: number }): void;',
  },
  'a parameter that may be left out is added': {
    before: 'export declare function get(id: string): string;',
    now: 'export declare function get(id: string, signal?: AbortSignal): string;',
  },
  'a method takes more': {
    before: 'export interface V { verify(file: Blob): void } export declare const v: V;',
    now: 'export interface V { verify(file: Blob | string): void } export declare const v: V;',
  },
  'a callback is told more': {
    before: 'export declare function send(options: { done?: (lines: number) => void }): void;',
    now: 'export declare function send(options: { done?: (lines: number, all: number) => void }): void;',
  },
  'a function gives something more exact': {
    before: 'export declare function get(): string | undefined;',
    now: 'export declare function get(): string;',
  },
  'what is private to a class is another': {
    before: 'export declare class L { #a; private b; protected c(): void; reload(): void }',
    now: 'export declare class L { #z; private y; reload(): void }',
  },
  'a type that others fill in is as it was': {
    before: 'export interface List<T> { first(): T } export declare class Action<T> { value?: T }',
    now: 'export interface List<U> { first(): U } export declare class Action<U> { value?: U }',
  },
};

let folder: string;
let found: ReadonlyMap<string, readonly string[]>;

// The compiler starts once for all of them.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplomaregister-shapes-'));
  const write = (name: string, side: string, code: string) => {
    const path = join(folder, name.replaceAll(' ', '-'), `${side}.d.ts`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, publicParts(code));
    return path;
  };
  const pairs = Object.entries({ ...breaking, ...harmless }).map(([name, { before, now }]) => ({
    name,
    before: write(name, 'before', before),
    now: write(name, 'now', now),
  }));
  found = breaksOfShapes(pairs, join(folder, 'check'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('it breaks what others build on', () => {
  it.each(Object.keys(breaking))('that %s', (name) => {
    expect(found.get(name)?.[0]).toContain(name);
  });
});

describe('it breaks nothing', () => {
  it.each(Object.keys(harmless))('that %s', (name) => {
    expect(found.get(name) ?? []).toEqual([]);
  });
});

it('tells two copies of a package apart, though they have one version', () => {
  const [before = '', now = ''] = ['number', 'string'].map((type) => {
    const site = join(folder, type);
    const contract = join(site, 'node_modules/contract');
    mkdirSync(contract, { recursive: true });
    const manifest = { name: 'contract', version: '1.0.0', types: './index.d.ts' };
    writeFileSync(join(contract, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(contract, 'index.d.ts'), `export interface Share { opened: ${type} }`);
    const entry = join(site, 'index.d.ts');
    writeFileSync(entry, "export type { Share } from 'contract';");
    return entry;
  });
  const breaks = breaksOfShapes([{ name: 'sdk', before, now }], join(folder, 'copies'));
  expect(breaks.get('sdk')).toEqual(['sdk: Share became another type']);
});

it('what cannot be found is never taken for fitting', () => {
  const file = join(folder, 'lost.d.ts');
  writeFileSync(file, "export { a } from 'nowhere-at-all';");
  const pair = { name: 'lost', before: file, now: file };
  expect(() => breaksOfShapes([pair], join(folder, 'check'))).toThrow('nowhere-at-all');
});

describe('a declaration, as it is compared,', () => {
  it.each([
    ['interface A { get<T>(id: T): T }', 'interface A { get: <T>(id: T, ...none: never[]) => T }'],
    [
      'interface A { get?(a: B<{ c(): D }>): void }',
      'interface A { get?: (a: B<{ c: (...none: never[]) => D }>, ...none: never[]) => void }',
    ],
    ['interface A { all(...a: B[]): C }', 'interface A { all: (...a: B[]) => C }'],
    ['interface A { on(a: 1): 1; on(a: 2): 2 }', 'interface A { on(a: 1): 1; on(a: 2): 2 }'],
    ['declare function a(b: C): D', 'declare function a(b: C, ...none: never[]): D'],
    ['interface A { tell?: (a: B) => void }', 'interface A { tell?: (a: B) => void }'],
    [
      'declare class A { #a; private b; static of(): A }',
      'declare class A {   static of: (...none: never[]) => A }',
    ],
    [
      'declare class A { constructor(a: 1); get b(): 2 }',
      'declare class A { constructor(a: 1); get b(): 2 }',
    ],
  ])('makes of %s', (code, expected) => {
    expect(publicParts(code)).toBe(expected);
  });
});
