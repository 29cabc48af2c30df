import type { Institution } from '../index.ts';

/** Fictional institutions; no real one has such a code. */
export const exampleInstitutions = {
  merelveld: { code: '98AA', name: 'Merelveld College', city: 'Zwolle' },
  zuiderlicht: { code: '98BB', name: 'Zuiderlicht Lyceum', city: 'Breda' },
  rijnstreek: { code: '98CC', name: 'ROC Rijnstreek', city: 'Arnhem' },
  waterkant: { code: '98DD', name: 'Hogeschool Waterkant', city: 'Lelystad' },
  oosterhaven: { code: '98EE', name: 'Universiteit Oosterhaven', city: 'Deventer' },
} as const satisfies Record<string, Institution>;
