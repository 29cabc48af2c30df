import type { Person } from '../index.ts';

/** Fictional persons, with the names that forms and lists forget about. */
export const examplePersons = {
  noor: {
    givenNames: 'Noor Elisabeth',
    prefix: 'van der',
    familyName: 'Zande',
    birthDate: '1991-03-14',
    gender: 'female',
  },
  zoe: {
    givenNames: 'Zoë',
    familyName: "Çelik-D'Hondt",
    birthDate: '2006-11-30',
    gender: 'unspecified',
  },
  ruben: {
    givenNames: 'Rubén Ikenna',
    prefix: "van 't",
    familyName: 'Wilgenhof',
    birthDate: '1998-02-28',
  },
} as const satisfies Record<string, Person>;
