import type { AccessWords } from '../access-words.ts';

export const nlAccess: AccessWords = {
  text: 'Hier ziet u wie uw diploma’s bekeek. Wat u zelf doet, staat er niet bij.',
  loading: 'Wij zoeken op wie er heeft gekeken…',
  count: { one: '# keer bekeken', other: '# keer bekeken' },
  none: {
    title: 'Er heeft nog niemand gekeken',
    text: 'Zodra iemand anders uw diploma’s bekijkt, ziet u dat hier.',
  },
  failed: 'Wij kunnen nu niet laten zien wie er heeft gekeken.',
  holderOfLink: 'Iemand met uw link en pincode',
  somebody: 'Iemand anders',
  shareOpened: 'Iemand opende de link die u voor deze ontvanger maakte, met de pincode.',
  namelessShareOpened: 'Opende een link die u maakte zonder naam van een ontvanger.',
  institutionLookup: 'Keek in het register voor uw inschrijving bij deze school.',
  representative: {
    'diplomas-seen': 'Bekeek uw diploma’s namens u.',
    'extract-issued': 'Maakte namens u een uittreksel.',
    'share-made': 'Maakte namens u een link om te delen.',
  },
  otherWay: 'Bekeek uw diploma’s.',
  seen: 'Te zien:',
  otherDiploma: 'een diploma dat niet meer in uw lijst staat',
  older: 'Laat oudere zien',
  doubt: 'Opende iemand uw link die u niet kent? Trek de link dan in, bij ‘Gedeeld’.',
};
