import type { CoverageWords } from '../coverage-words.ts';

export const enCoverage: CoverageWords = {
  text: 'Not every diploma is in the register. Check whether yours should be.',
  loading: 'We are finding out which diplomas are in it…',
  failed: 'We cannot show which diplomas are in the register just now.',
  kind: 'What kind of diploma is it?',
  chooseKind: 'Choose a kind',
  kinds: {
    wo: 'University (wo)',
    'wo-religious': 'University (wo), religious',
    hbo: 'University of applied sciences (hbo)',
    mbo: 'Vocational (mbo)',
    vavo: 'Adult secondary (vavo)',
    vo: 'Vmbo, havo or vwo',
    vso: 'Special secondary (vso)',
    'school-diploma': 'School diploma of pro or vso',
    'state-exam-vo': 'State exam vmbo, havo or vwo',
    'state-exam-vso': 'State exam vso',
    'state-exam-nt2': 'State exam Dutch (Nt2)',
    'integration-exam': 'Civic integration exam',
    'wft-exam': 'Wft exam',
    'pre-master': 'Pre-master’s',
    'post-hbo': 'Post-hbo',
    doctorate: 'Doctorate',
    'lateral-entry-teaching': 'Lateral entry into teaching',
    'branch-training': 'Industry training',
  },
  year: 'In which year did you get it?',
  answers: {
    covered: () => 'This diploma should be in the register.',
    'publicly-funded-only': ({ privateFrom }) =>
      `This diploma should be in the register if your school was publicly funded. Diplomas from private schools are in it from ${privateFrom}.`,
    'too-early': ({ from }) =>
      `This diploma is not in the register, which starts at ${from}. It is still valid. Did you lose it? Ask your school for a replacement document.`,
    elsewhere: () =>
      'This diploma is not in the register. It is still valid. Ask your school for proof of it.',
    'year-impossible': () => 'Enter the year in four digits. It cannot be in the future.',
  },
  notYet:
    'Did you graduate recently? Then it may still come. Schools deliver secondary and vocational diplomas within 2 weeks, hbo and university diplomas within 8 weeks.',
  report: 'Report that it is missing',
  table: {
    open: 'See all kinds and years',
    caption: 'From which year, at a public or a private school',
    kind: 'Kind',
    publiclyFunded: 'Public',
    private: 'Private',
    none: 'not',
    elsewhere: 'Valid, but never in the register:',
  },
};
