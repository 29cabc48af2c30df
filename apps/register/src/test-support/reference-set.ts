import type { ReferenceSet } from '../reference/reference-set.ts';

/** A small reference set: one institution of each sector, and one of vo that has closed. */
export const testReferenceSet: ReferenceSet = {
  institutions: [
    { code: '98AA', name: 'Merelveld College', city: 'Zwolle', sectors: ['vo'] },
    { code: '98CC', name: 'ROC Rijnstreek', city: 'Arnhem', sectors: ['mbo'] },
    { code: '98DD', name: 'Hogeschool Waterkant', city: 'Lelystad', sectors: ['ho'] },
    {
      code: '97ZZ',
      name: 'Oude Brug College',
      city: 'Hoorn',
      sectors: ['vo'],
      opened: '1980-08-01',
      closed: '2015-08-01',
    },
  ],
  programmes: [
    {
      scheme: 'elementcode',
      code: '0170',
      name: 'Natuur en Techniek',
      englishName: 'Science and Technology',
      sector: 'vo',
      level: 'vwo',
    },
    { scheme: 'elementcode', code: '0035', name: 'Bouwen', sector: 'vo', level: 'vmbo-bb' },
    { scheme: 'crebo', code: '25656', name: 'Verzorgende-IG', sector: 'mbo', level: 'mbo-3' },
    {
      scheme: 'isat',
      code: '34560',
      name: 'Opleiding tot Verpleegkundige',
      englishName: 'Bachelor of Nursing',
      sector: 'ho',
      level: 'bachelor',
    },
  ],
  subjects: [
    {
      code: '1001',
      name: 'Nederlandse taal en literatuur',
      englishName: 'Dutch language and literature',
    },
    {
      code: '1002',
      name: 'Engelse taal en literatuur',
      englishName: 'English language and literature',
    },
    { code: '1025', name: 'Wiskunde B', englishName: 'Mathematics B' },
  ],
};
