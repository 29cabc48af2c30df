import { describe, expect, it } from 'vitest';
import { contenders, isRight, measure, publishedSize } from '../bench/sizes.ts';
import { bundle, kilobytes } from './test-support/bundle.ts';

const folder = import.meta.dirname;
const seal = '@diplomaregister/seal/verify';
const everything = "export * from './index.ts'; export * from './verify/index.ts';";

describe('a browser loads', () => {
  it.each([
    ['the client', 5, "export { createClient } from './index.ts';", []],
    ['everything but the PDF check', 12, everything, [seal]],
    ['verify with the PDF check', 24, "export { verify } from './verify/index.ts';", []],
  ])('%s in at most %d kB', async (name, most, program, external) => {
    const size = kilobytes(await bundle(folder, program, external));
    expect(size, `${name} is ${size} kB`).toBeLessThanOrEqual(most);
    // A limit that is far off holds nothing.
    expect(size, `${name} is ${size} kB`).toBeGreaterThan(most / 2);
  });

  /** Each part of a client, with where it is in the register. */
  const parts = {
    accessRecords: '/access-records',
    correctionRequests: '/correction-requests',
    coverage: '/coverage',
    deliveries: '/deliveries',
    diplomaLookups: '/diploma-lookups',
    diplomas: '/diplomas',
    extracts: '/extracts',
    institutions: '/institutions',
    programmes: '/programmes',
    revocationLists: '/revocation-lists',
    shares: '/shares',
    statusLists: '/status-lists',
    verifications: '/verifications',
  };

  it.each([
    ['accessRecords', 'list', 2.6],
    ['correctionRequests', 'create', 3],
    ['coverage', 'get', 2.6],
    ['deliveries', 'create', 4],
    ['diplomaLookups', 'create', 2.6],
    ['diplomas', 'list', 2.6],
    ['extracts', 'create', 3],
    ['institutions', 'list', 2.6],
    ['programmes', 'list', 2.6],
    ['revocationLists', 'get', 2.6],
    ['shares', 'create', 3],
    ['statusLists', 'get', 2.6],
    ['verifications', 'create', 2.6],
  ] as const)('of one operation no other: %s.%s in at most %d kB', async (part, method, most) => {
    const program = `import { connect, ${part} } from './index.ts';
      export const run = (options) => ${part}(connect(options)).${method};`;
    const code = await bundle(folder, program);
    expect(kilobytes(code), `${kilobytes(code)} kB`).toBeLessThanOrEqual(most);
    const others = Object.values(parts).filter((path) => path !== parts[part]);
    expect(code).toContain(parts[part]);
    expect(others.filter((path) => code.includes(path))).toEqual([]);
  });

  it('little more than a bare client of types, openapi-fetch, has without errors and retries', async () => {
    const [own, bare] = await Promise.all(contenders.map(measure));
    expect(own && bare && own.whole - bare.whole).toBeLessThanOrEqual(3);
  });

  // `pnpm sizes` holds the row of the generated client, too, for which it fetches the generator.
  it.each(contenders)('of $name what the README says', async (contender) => {
    const published = publishedSize(contender.name);
    const measured = await measure(contender);
    expect(isRight(published, measured), JSON.stringify({ published, measured })).toBe(true);
    expect(isRight({ ...published, one: published.one * 1.1 }, measured)).toBe(false);
  });

  it('nothing that only Node has', async () => {
    const code = await bundle(folder, everything);
    expect(code).not.toMatch(/\b(Buffer|process|require|__dirname|global)\b[.(]/);
    await expect(bundle(folder, "import 'node:fs';")).rejects.toThrow('node:fs');
  });
});
