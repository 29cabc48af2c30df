import type { VerdictWords } from '../verdict-words.ts';

export const nlVerdict: VerdictWords = {
  outcomes: {
    genuine: {
      extract: ({ issuer, sealedOn }) => ({
        title: 'Dit uittreksel is echt',
        lead: `Verzegeld door ${issuer} op ${sealedOn} en daarna niet veranderd.`,
      }),
      share: (lastDay) => ({
        title: 'Dit diploma is echt',
        lead: 'Zo staat het op dit moment in het Diplomaregister.',
        text: `De houder deelt dit met u tot en met ${lastDay}.`,
      }),
    },
    superseded: {
      title: 'Er is een nieuwere versie',
      lead: 'Dit komt uit het Diplomaregister, maar de school heeft het daarna verbeterd.',
      text: 'Vraag de houder om een nieuw uittreksel of om een deelcode.',
    },
    withdrawn: {
      title: 'Er is een diploma ingetrokken',
      lead: 'Dit komt uit het Diplomaregister, maar niet alles geldt nog.',
      text: 'Wat is ingetrokken, laten wij niet zien.',
    },
    altered: {
      title: 'Dit uittreksel is veranderd',
      lead: 'Vertrouw dit bestand niet.',
      text: 'Het bestand heeft een zegel van het Diplomaregister, maar is daarna aangepast. Daarom laten wij de inhoud niet zien. Vraag om het originele bestand of om een deelcode.',
    },
    'seal-revoked': {
      title: 'Dit zegel is niet geldig',
      lead: 'Vertrouw dit bestand niet.',
      text: 'Het zegel was al ongeldig toen het werd gezet. Daarom laten wij de inhoud niet zien. Vraag om een nieuw uittreksel of om een deelcode.',
    },
    'not-an-extract': {
      title: 'Dit is geen uittreksel',
      lead: 'Dit bestand komt niet uit het Diplomaregister.',
      text: 'Er zit geen zegel van het Diplomaregister op. Misschien is het een print, een scan of een ander bestand. Vraag om het originele pdf-bestand of om een deelcode.',
    },
    'share-unknown': {
      title: 'Wij kennen deze code niet',
      lead: 'Dit zegt niets over het diploma.',
      text: 'Kijk of de deelcode goed is ingevuld. Of vraag de houder om een nieuwe.',
    },
    'pin-wrong': {
      title: 'De pincode klopt niet',
      lead: 'Dit zegt niets over het diploma.',
      text: 'Kijk of de pincode goed is ingevuld. Na tien keer fout gaat de deelcode op slot.',
    },
    'share-locked': {
      title: 'Deze code zit op slot',
      lead: 'Dit zegt niets over het diploma.',
      text: 'De pincode is te vaak fout ingevuld. Vraag de houder om een nieuwe deelcode.',
    },
    'share-expired': {
      title: 'Deze link is verlopen',
      lead: 'De link verloopt, het diploma niet.',
      text: 'Vraag de houder om een nieuwe deelcode of om een uittreksel.',
    },
    'share-revoked': {
      title: 'De houder deelt dit niet meer',
      lead: 'Dit zegt niets over het diploma.',
      text: 'Vraag de houder om een nieuwe deelcode of om een uittreksel.',
    },
    inconclusive: {
      title: 'Nog niet te zeggen',
      lead: 'Dit betekent niet dat het vals is.',
    },
  },
  unknown: {
    'sealed-by-register': 'Wij konden niet nagaan van wie het zegel is.',
    unchanged: 'Wij konden niet nagaan of er iets aan het bestand is veranderd.',
    'seal-trusted': 'Wij konden niet nagaan of het zegel nog wordt vertrouwd.',
    'diploma-stands': 'Wij konden niet nagaan of het diploma nog geldt.',
    'code-valid': 'Wij konden de code niet controleren.',
  },
  causes: {
    network: 'Misschien is het Diplomaregister niet bereikbaar, of heeft u geen internet.',
    clock: 'Misschien staat de klok van uw apparaat verkeerd.',
    website: 'Misschien kloppen de instellingen van deze website niet.',
  },
  checks: {
    title: 'Dit hebben wij gecontroleerd',
    names: {
      'sealed-by-register': 'Verzegeld door het Diplomaregister',
      unchanged: 'Daarna niets veranderd',
      'seal-trusted': 'Het zegel wordt vertrouwd',
      'diploma-stands': 'De gegevens gelden nog',
      'code-valid': 'De code is geldig',
    },
    results: {
      pass: 'Klopt',
      fail: 'Klopt niet',
      inconclusive: 'Kon niet worden gecontroleerd',
      skipped: 'Niet gecontroleerd',
    },
  },
  standings: { valid: 'Geldig', superseded: 'Vervangen', withdrawn: 'Ingetrokken' },
  supersededDiploma: 'De school heeft dit diploma verbeterd. Dit is de oude versie.',
  withdrawnDiploma: 'Dit diploma is ingetrokken. Daarom laten wij het niet zien.',
  example: {
    title: 'Voorbeeld, geen waarde',
    text: 'Dit komt uit een register om mee te oefenen. Personen en scholen bestaan niet.',
  },
  compare:
    'Is het ook van deze persoon? Vergelijk naam en geboortedatum met een identiteitsbewijs.',
  holder: {
    same: 'Naam en geboortedatum zijn hetzelfde als op deze website.',
    different: 'Naam of geboortedatum is anders dan op deze website.',
  },
  about: {
    title: 'Over deze controle',
    number: 'Nummer van het uittreksel',
    issuer: 'Verzegeld door',
    sealedAt: 'Verzegeld op',
    receiver: 'Gedeeld met',
    expiresOn: 'Gedeeld tot en met',
    checkedAt: 'Gecontroleerd op',
    trust: 'Vertrouwen',
    pinned: 'Deze website koos zelf welk register zij vertrouwt.',
    tls: 'Het register vertelde via een beveiligde verbinding welke zegels van hem zijn.',
    reasons: 'Code voor de helpdesk',
  },
  again: 'Controleer nog een diploma',
  retry: 'Probeer opnieuw',
  correct: 'Vul de code opnieuw in',
  checking: 'Wij controleren het opnieuw…',
};
