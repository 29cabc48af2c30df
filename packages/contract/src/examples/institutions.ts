import type { Institution, ListedInstitution } from '../index.ts';

/** Fictional institutions; no real one has such a code. */
export const exampleInstitutions = {
  merelveld: { code: '98AA', name: 'Merelveld College', city: 'Zwolle' },
  zuiderlicht: { code: '98BB', name: 'Zuiderlicht Lyceum', city: 'Breda' },
  rijnstreek: { code: '98CC', name: 'ROC Rijnstreek', city: 'Arnhem' },
  waterkant: { code: '98DD', name: 'Hogeschool Waterkant', city: 'Lelystad' },
  oosterhaven: { code: '98EE', name: 'Universiteit Oosterhaven', city: 'Deventer' },
} as const satisfies Record<string, Institution>;

/** The same institutions as reference data tell them, in the order of their names. */
export const exampleListedInstitutions: readonly ListedInstitution[] = [
  { ...exampleInstitutions.waterkant, sectors: ['ho'] },
  { ...exampleInstitutions.merelveld, sectors: ['vo'] },
  { ...exampleInstitutions.rijnstreek, sectors: ['mbo'], openedOn: '1996-01-01' },
  { ...exampleInstitutions.oosterhaven, sectors: ['ho'] },
  { ...exampleInstitutions.zuiderlicht, sectors: ['vo'] },
];
