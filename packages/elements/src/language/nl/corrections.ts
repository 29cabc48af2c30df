import type { CorrectionWords } from '../correction-words.ts';

export const nlCorrections: CorrectionWords = {
  text: 'Alleen de school kan een diploma verbeteren. Daarom gaat uw melding naar de school.',
  reason: 'Wat is er aan de hand?',
  reasons: {
    wrong: 'Er klopt iets niet in een diploma',
    missing: 'Mijn diploma staat er niet bij',
  },
  diploma: 'In welk diploma?',
  chooseDiploma: 'Kies een diploma',
  institution: {
    label: 'Op welke school haalde u het?',
    hint: 'Typ de naam of de plaats van de school, en kies ‘Zoek’.',
    find: 'Zoek',
    finding: 'Wij zoeken…',
    found: { one: '# school gevonden', other: '# scholen gevonden' },
    none: 'Geen school gevonden. Typ een deel van de naam, of alleen de plaats.',
    more: 'Er zijn er nog meer. Staat uw school er niet bij? Typ dan ook de plaats.',
    failed: 'Zoeken lukte niet. Probeer het opnieuw.',
    legend: 'Kies uw school',
  },
  message: { wrong: 'Wat moet er anders?', missing: 'Welk diploma mist u?' },
  messageHint: {
    wrong: 'Schrijf wat er nu staat, en wat er moet staan. Gebruik maximaal 2.000 tekens.',
    missing:
      'Schrijf welke opleiding het was, en in welk jaar u slaagde. Gebruik maximaal 2.000 tekens.',
  },
  bsn: 'De school krijgt van ons uw burgerservicenummer, om u te kunnen vinden. Zet het zelf niet in uw tekst.',
  send: 'Verstuur',
  sending: 'Wij versturen uw melding…',
  problems: {
    diploma: {
      'none-chosen': 'Kies om welk diploma het gaat.',
      gone: 'Dit diploma staat niet meer op uw naam. Kies een ander diploma.',
    },
    institution: {
      'none-chosen': 'Zoek uw school en kies die.',
      unknown: 'Deze school kennen wij niet. Kies een andere school.',
      closed:
        'Deze school bestaat niet meer, en geen andere school antwoordt voor haar. Kies een andere school.',
    },
    text: {
      empty: 'Schrijf wat de school moet weten.',
      'too-long': 'Uw tekst is te lang. Gebruik maximaal 2.000 tekens.',
      refused:
        'Deze tekst kunnen wij niet versturen. Gebruik alleen gewone letters, cijfers en leestekens.',
    },
  },
  failed: 'Versturen lukte niet. Uw tekst staat er nog. Probeer het opnieuw.',
  signedOut:
    'U bent niet meer ingelogd. Bewaar uw tekst, log opnieuw in en verstuur uw melding dan.',
  tooMany: (moment) => `U kunt nu geen melding meer versturen. Dat kan weer na ${moment}.`,
  tooManyToday: 'U kunt nu geen melding meer versturen. Probeer het morgen opnieuw.',
  sentTitle: 'Uw melding is verstuurd',
  sent: (institution) =>
    `${institution} bekijkt uw melding. Het antwoord leest u hier, bij ‘Uw meldingen’.`,
  all: 'Bekijk uw meldingen',
  loading: 'Wij halen uw meldingen op…',
  count: { one: '# melding', other: '# meldingen' },
  none: {
    title: 'U heeft nog niets gemeld',
    text: 'Klopt er iets niet, of ontbreekt er een diploma? Meld het, dan kijkt de school ernaar.',
  },
  failedToGet: 'Wij kunnen uw meldingen nu niet laten zien.',
  about: { wrong: 'Fout in een diploma', missing: 'Diploma ontbreekt' },
  states: {
    open: 'Verstuurd',
    'in-progress': 'In behandeling',
    done: 'Opgelost',
    refused: 'Afgewezen',
  },
  sentOn: (day, institution) => `Verstuurd op ${day} aan ${institution}`,
  own: 'Uw tekst',
  answer: (day) => `Antwoord van de school, op ${day}`,
};
