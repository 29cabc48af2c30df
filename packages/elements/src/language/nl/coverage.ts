import type { CoverageWords } from '../coverage-words.ts';

export const nlCoverage: CoverageWords = {
  text: 'Niet elk diploma staat in het register. Kijk of dat van u erin hoort te staan.',
  loading: 'Wij zoeken op welke diploma’s erin staan…',
  failed: 'Wij kunnen nu niet laten zien welke diploma’s in het register staan.',
  kind: 'Wat voor diploma is het?',
  chooseKind: 'Kies een soort',
  kinds: {
    wo: 'Universiteit (wo)',
    'wo-religious': 'Universiteit (wo), religieus',
    hbo: 'Hogeschool (hbo)',
    mbo: 'Mbo',
    vavo: 'Vavo',
    vo: 'Vmbo, havo of vwo',
    vso: 'Speciaal onderwijs (vso)',
    'school-diploma': 'Schooldiploma pro of vso',
    'state-exam-vo': 'Staatsexamen vmbo, havo of vwo',
    'state-exam-vso': 'Staatsexamen vso',
    'state-exam-nt2': 'Staatsexamen Nt2',
    // May be hyphenated on a narrow screen.
    'integration-exam': 'Inburgerings\u00adexamen',
    'wft-exam': 'Wft-examen',
    'pre-master': 'Premaster',
    'post-hbo': 'Post-hbo',
    doctorate: 'Promotie',
    'lateral-entry-teaching': 'Zij-instroom in het onderwijs',
    'branch-training': 'Brancheopleiding',
  },
  year: 'In welk jaar haalde u het?',
  answers: {
    covered: () => 'Dit diploma hoort in het register te staan.',
    'publicly-funded-only': ({ privateFrom }) =>
      `Dit diploma hoort in het register te staan, als de overheid uw school betaalde. Van privéscholen staan diploma’s erin vanaf ${privateFrom}.`,
    'too-early': ({ from }) =>
      `Dit diploma staat niet in het register: daar begint het bij ${from}. Het is wel geldig. Bent u het kwijt? Vraag uw school om een vervangend document.`,
    elsewhere: () =>
      'Dit diploma staat niet in het register. Het is wel geldig. Vraag uw school om een bewijs.',
    'year-impossible': () =>
      'Vul het jaar in met vier cijfers. Het mag niet in de toekomst liggen.',
  },
  notYet:
    'Bent u net geslaagd? Dan kan het nog komen. Scholen leveren een diploma van vo en mbo binnen 2 weken aan, van hbo en universiteit binnen 8 weken.',
  report: 'Meld dat het ontbreekt',
  table: {
    open: 'Bekijk alle soorten en jaren',
    caption: 'Vanaf welk jaar, bij een school van de overheid of een privéschool',
    kind: 'Soort',
    publiclyFunded: 'Overheid',
    private: 'Privé',
    none: 'niet',
    elsewhere: 'Wel geldig, maar nooit in het register:',
  },
};
