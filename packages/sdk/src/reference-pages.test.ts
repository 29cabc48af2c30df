import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methods, pages } from '../scripts/reference-pages.ts';
import * as sdk from './index.ts';
import { reasons } from './verify/index.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the reference for developers', () => {
  it.each(Object.entries(pages))('%s is what the code makes: pnpm generate', (path, text) => {
    expect(read(path)).toBe(text);
  });

  it('names a method that the client has for each operation', () => {
    const client = new Map<string, object>(
      Object.entries(sdk.createClient({ url: 'https://register.example/v1' })),
    );
    for (const method of Object.values(methods)) {
      const [resource = '', name = ''] = method.split('.');
      expect(client.get(resource), method).toHaveProperty(name, expect.any(Function));
    }
  });

  it('has every reason of a verdict', () => {
    const found = [...read('docs/developers/reasons.md').matchAll(/^\| `([a-z-]+)` \|/gm)];
    expect(found.map(([, code]) => code).sort()).toEqual(Object.keys(reasons).sort());
  });

  const errors = read('docs/developers/errors.md');

  it('has every class of errors', () => {
    const classes = Object.entries(sdk).flatMap(([name, value]) =>
      name.endsWith('Error') && typeof value === 'function' ? [name] : [],
    );
    expect(classes.length).toBeGreaterThan(12);
    for (const name of classes) expect(errors).toContain(`\`${name}\``);
  });

  it('has every code that this package gives', () => {
    const codes = {
      'connection-failed': true,
      timeout: true,
      'delivery-interrupted': true,
      'answer-malformed': true,
      'answer-too-large': true,
      'not-a-register': true,
      redirected: true,
      'input-cut-off': true,
      'input-line-too-long': true,
      'input-not-utf-8': true,
    } satisfies Record<
      | sdk.BrokenInputCode
      | sdk.UnexpectedAnswerCode
      | 'connection-failed'
      | 'delivery-interrupted'
      | 'timeout',
      true
    >;
    for (const code of Object.keys(codes)) expect(errors).toContain(`\`${code}\``);
  });
});
