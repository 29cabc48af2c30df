import type { Diploma } from '../index.ts';
import { exampleInstitutions } from './institutions.ts';
import { exampleMarks } from './marks.ts';
import { examplePersons } from './persons.ts';
import { exampleProgrammes } from './programmes.ts';

const { noor, zoe } = examplePersons;

/** Diplomas as their holders see them: all but `gymnasium` belong to one person. */
export const exampleDiplomas = {
  master: {
    id: '0f5f6cf3-7d0f-4c29-9a3c-6b6f0c6f4d07',
    version: 1,
    standing: 'valid',
    registeredAt: '2021-09-14T02:11:09Z',
    holder: noor,
    ...exampleProgrammes.healthEconomics,
    institution: exampleInstitutions.oosterhaven,
    awardedOn: '2021-08-31',
  },
  bachelor: {
    id: '5b8dbe43-5e07-4e1d-8d5e-0c8a3c1f2a06',
    version: 2,
    standing: 'valid',
    registeredAt: '2018-08-02T02:04:51Z',
    holder: noor,
    ...exampleProgrammes.nursing,
    institution: exampleInstitutions.waterkant,
    awardedOn: '2018-07-06',
  },
  withdrawn: {
    id: 'a3a1f5d2-4bb2-4b0a-8f57-9e7d1b3c5e05',
    version: 2,
    standing: 'withdrawn',
    registeredAt: '2017-09-01T02:07:30Z',
    holder: noor,
    ...exampleProgrammes.informationTechnology,
    institution: exampleInstitutions.waterkant,
    awardedOn: '2017-07-07',
  },
  associateDegree: {
    id: 'c9d4a7be-2f6e-4a53-b1c8-3d5e7f9a1b04',
    version: 1,
    standing: 'valid',
    registeredAt: '2015-07-21T02:01:12Z',
    holder: noor,
    ...exampleProgrammes.careManagement,
    institution: exampleInstitutions.waterkant,
    awardedOn: '2015-07-03',
  },
  vocational: {
    id: '3c7e91a8-6d24-4f0b-9b7d-5a1e8c2f4b03',
    version: 1,
    standing: 'valid',
    registeredAt: '2013-07-12T02:15:40Z',
    holder: noor,
    ...exampleProgrammes.practicalNursing,
    institution: exampleInstitutions.rijnstreek,
    awardedIn: '2013-06',
  },
  vwo: {
    id: '7e2b4d6f-8a1c-4e3d-a5b7-9c0d1e2f3a02',
    version: 1,
    standing: 'valid',
    registeredAt: '2010-07-02T02:09:18Z',
    holder: noor,
    ...exampleProgrammes.vwo,
    institution: exampleInstitutions.merelveld,
    awardedOn: '2010-06-17',
    marks: exampleMarks,
  },
  havo: {
    id: '1d3f5b7a-9c2e-4a4c-8e6f-0b1d2c3e4f01',
    version: 1,
    standing: 'valid',
    registeredAt: '2008-07-03T02:12:55Z',
    holder: noor,
    ...exampleProgrammes.havo,
    institution: exampleInstitutions.zuiderlicht,
    awardedOn: '2008-06-18',
  },
  gymnasium: {
    id: '92b6d0f4-1e3a-4c5b-8d7f-2a4c6e8b0d08',
    version: 1,
    standing: 'valid',
    registeredAt: '2024-06-28T02:03:27Z',
    holder: zoe,
    ...exampleProgrammes.vwo,
    institution: exampleInstitutions.zuiderlicht,
    awardedOn: '2024-06-13',
    marks: exampleMarks,
  },
} as const satisfies Record<string, Diploma>;

/** The name of an example diploma. */
export type ExampleDiplomaName = keyof typeof exampleDiplomas;
