import type { PanelWords } from '../panel-words.ts';
import { nlAccess } from './access.ts';
import { nlCorrections } from './corrections.ts';
import { nlCoverage } from './coverage.ts';

export const nlPanels: PanelWords = {
  access: nlAccess,
  corrections: nlCorrections,
  coverage: nlCoverage,
  notAllowed: 'Deze site mag dit niet voor u bij het register opvragen.',
  choose: {
    legend: 'Diploma’s',
    more: 'Kies er meer diploma’s bij',
    none: 'Kies minstens één diploma.',
  },
  extract: {
    text: 'U krijgt één pdf-bestand met een digitaal zegel. Het is evenveel waard als uw papieren diploma.',
    language: 'Taal van het uittreksel',
    languages: { nl: 'Nederlands', en: 'Engels' },
    make: 'Download pdf',
    making: 'Wij maken uw uittreksel…',
    failed: 'Het lukte niet om uw uittreksel te maken. Probeer het opnieuw.',
    doneTitle: 'Uw uittreksel is klaar',
    done: 'Het bestand staat bij uw downloads.',
    keep: 'Bewaar het bestand zoals het is en stuur het zelf door. Een print of foto is geen bewijs.',
  },
  newShare: {
    text: 'U krijgt een link en een pincode. Wie ze allebei heeft, ziet wat u deelt. U kunt de link altijd intrekken.',
    until: 'Tot en met welke dag?',
    untilHint: (lastDay) => `Maximaal een jaar: tot en met ${lastDay}.`,
    untilWrong: (lastDay) => `Kies een dag van vandaag tot en met ${lastDay}.`,
    receiver: 'Voor wie is het? (niet verplicht)',
    receiverHint:
      'Bijvoorbeeld de naam van een werkgever, in maximaal 100 tekens. Deze naam is straks te zien bij de controle.',
    receiverWrong:
      'Deze naam kunnen wij niet gebruiken. Gebruik maximaal 100 tekens en geen < of >.',
    marks: 'Laat ook mijn cijfers zien',
    marksHint: 'Alleen diploma’s van de middelbare school hebben hier cijfers.',
    make: 'Maak de link',
    making: 'Wij maken uw link…',
    failed: 'Het lukte niet om de link te maken. Probeer het opnieuw.',
  },
  shared: {
    title: 'Uw link is klaar',
    until: (lastDay) => `Te openen tot en met ${lastDay}`,
    forReceiver: (receiver, lastDay) => `Voor ${receiver}, te openen tot en met ${lastDay}`,
    link: 'Link',
    pin: 'Pincode',
    pinHint: 'Geef de pincode op een andere manier door dan de link. Bijvoorbeeld aan de telefoon.',
    once: 'U ziet de link en de pincode alleen nu. Bewaar ze of geef ze meteen door.',
    qr: 'QR-code met de link',
    copyLink: 'Kopieer link',
    copyPin: 'Kopieer pincode',
    linkCopied: 'De link is gekopieerd',
    pinCopied: 'De pincode is gekopieerd',
    copyFailed: 'Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.',
    expires: (lastDay) => `De link verloopt na ${lastDay}. Uw diploma verloopt niet.`,
    done: 'Klaar',
  },
};
