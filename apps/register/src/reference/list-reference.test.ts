import type { ListedInstitution, ListedProgramme } from '@diplomaregister/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSuccessor } from '../institutions/successors.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { ownReferenceSet } from './own-reference-set.ts';

let register: TestRegister;
beforeAll(async () => {
  const own = await ownReferenceSet();
  const institutions = [
    ...own.institutions,
    { code: '97XX', name: "Lyceum 't Zand", city: "'s-Hertogenbosch", sectors: ['vo'] as const },
    { code: '97YY', name: 'Ël-Amal École', city: 'Zwolle', sectors: ['vo', 'mbo'] as const },
    {
      code: '97ZZ',
      name: 'Oude Brug College',
      city: 'Hoorn',
      sectors: ['vo'] as const,
      opened: '1980-08-01',
      closed: '2015-08-01',
    },
  ];
  register = await startRegister({ reference: { ...own, institutions } });
});
afterAll(() => register.close());

async function codesOf(path: string): Promise<string[]> {
  const response = await register.server.inject(path);
  expect(response.statusCode).toBe(200);
  return response.json<{ items: { code: string }[] }>().items.map(({ code }) => code);
}

describe('institutions', () => {
  test('come by name, to anyone, from any site, and may be kept for a while', async () => {
    const response = await register.server.inject('/v1/institutions');

    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
    });
    const { items } = response.json<{ items: ListedInstitution[] }>();
    expect(items.map(({ name }) => name)).toEqual([
      'Ël-Amal École',
      'Hogeschool Waterkant',
      "Lyceum 't Zand",
      'Merelveld College',
      'Oude Brug College',
      'ROC Rijnstreek',
      'Universiteit Oosterhaven',
      'Zuiderlicht Lyceum',
    ]);
  });

  test.each([
    ['by a part of the name, in any case', 'search=COLLEGE', ['98AA', '97ZZ']],
    ['without accents', 'search=el-amal', ['97YY']],
    ['with accents where there are none', 'search=m%C3%A9relveld', ['98AA']],
    [
      'with the apostrophes of a telephone',
      `search=${encodeURIComponent('‘s-hertogenbosch ’t')}`,
      ['97XX'],
    ],
    ['by city', 'search=zwolle', ['97YY', '98AA']],
    ['by code', 'search=98dd', ['98DD']],
    ['by several words in any order', 'search=zwolle%20%20college', ['98AA']],
    ['by sector', 'sector=mbo', ['97YY', '98CC']],
    ['by both', 'sector=vo&search=zwolle', ['97YY', '98AA']],
    ['and there are none', 'search=nowhere', []],
  ])('are found %s', async (_how, query, codes) => {
    expect(await codesOf(`/v1/institutions?${query}`)).toEqual(codes);
  });

  test('say when they opened and closed, and who answers for them now', async () => {
    await mapSuccessor(register.register.database, '97ZZ', '98AA');
    const response = await register.server.inject('/v1/institutions?search=oude');

    expect(response.json()).toEqual({
      items: [
        {
          code: '97ZZ',
          name: 'Oude Brug College',
          city: 'Hoorn',
          sectors: ['vo'],
          openedOn: '1980-08-01',
          closedOn: '2015-08-01',
          answeredBy: '98AA',
        },
      ],
    });
  });
});

describe('programmes', () => {
  test('are found in both languages, page by page with the same question', async () => {
    const seen: ListedProgramme[] = [];
    let url: string | undefined = '/v1/programmes?sector=vo&search=science&limit=2';
    for (let pages = 0; url !== undefined && pages < 30; pages += 1) {
      const response: LightMyRequestResponse = await register.server.inject(url);
      seen.push(...response.json<{ items: ListedProgramme[] }>().items);
      url = /<([^>]+)>; rel="next"/.exec(String(response.headers['link']))?.[1];
    }

    expect(seen.length).toBeGreaterThan(4);
    expect(new Set(seen.map(({ code }) => code)).size).toBe(seen.length);
    for (const { englishName, sector } of seen) {
      expect(sector).toBe('vo');
      expect(englishName).toMatch(/science/i);
    }
    const names = seen.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare));
  });

  test('a question that the contract does not know is refused, with all that is wrong', async () => {
    const url = '/v1/programmes?sector=wo&search=&limit=0';
    const response = await register.server.inject(url);

    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: unknown[] }>().errors).toHaveLength(3);
    const cursor = Buffer.from('["crebo 0"]').toString('base64url');
    const elsewhere = await register.server.inject(`/v1/programmes?cursor=${cursor}`);
    expect(elsewhere.json()).toMatchObject({ errors: [{ code: 'cursor-unknown' }] });
  });
});
