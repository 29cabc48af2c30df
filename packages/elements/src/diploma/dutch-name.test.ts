import { expect, it } from 'vitest';
import { listCatalogues } from '../language/list-catalogues.ts';
import { Speech } from '../language/speech.ts';
import { type NamedInDutch, spokenName } from './dutch-name.ts';

const nursing = { name: 'Verpleegkunde', englishName: 'Nursing' };
const cook = { name: 'Kok' };
const policy = { name: 'Health Policy', englishName: 'Health Policy' };

it.each<[string, NamedInDutch, ReturnType<typeof spokenName>]>([
  ['nl', nursing, { name: 'Verpleegkunde' }],
  ['en', nursing, { name: 'Nursing' }],
  ['fy', nursing, { name: 'Verpleegkunde', lang: 'nl' }],
  ['nl', cook, { name: 'Kok' }],
  ['en', cook, { name: 'Kok', lang: 'nl' }],
  ['nl', policy, { name: 'Health Policy', lang: 'en' }],
  ['en', policy, { name: 'Health Policy' }],
])('in %s, %o is said as %o', (locale, named, spoken) => {
  const { nl } = listCatalogues;
  if (!nl) throw new Error('There is no Dutch');
  expect(spokenName(named, new Speech(nl, locale))).toEqual(spoken);
});
