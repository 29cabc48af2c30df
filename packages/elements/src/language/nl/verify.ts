import type { VerifyWords } from '../verify-words.ts';

export const nlVerify: VerifyWords = {
  title: 'Controleer een diploma',
  intro: 'Is dit diploma echt? U weet het binnen een paar tellen.',
  file: {
    drop: 'Sleep het uittreksel hierheen',
    release: 'Laat het bestand nu los',
    choose: 'Kies een bestand',
    hint: 'Het pdf-bestand uit het Diplomaregister. Een scan, foto of print kunnen wij niet controleren.',
    stays: 'Het bestand blijft op uw apparaat. Wij sturen het nergens heen.',
  },
  form: {
    goesAlong:
      'Het bestand, of de deelcode met de pincode, gaat mee als u dit formulier verstuurt.',
    required: 'Controleer eerst een diploma. Kies het bestand of vul de deelcode en de pincode in.',
    notGenuine: 'Dit kan niet mee met het formulier. Alleen een diploma dat echt is, kan mee.',
  },
  or: 'of',
  share: {
    title: 'Kreeg u een deelcode?',
    code: 'Deelcode',
    codeHint: '20 letters en cijfers. U mag ook de hele link plakken.',
    pin: 'Pincode',
    pinHint: '6 cijfers. U krijgt ze apart van de houder van het diploma.',
    check: 'Controleer',
  },
  checking: {
    file: 'Wij controleren het bestand…',
    share: 'Wij vragen het aan het Diplomaregister…',
  },
  problems: {
    'several-files': 'U koos meer dan één bestand. Controleer de bestanden één voor één.',
    'file-empty': 'Dit bestand is leeg. Vraag om het bestand opnieuw te sturen.',
    'file-too-large':
      'Dit bestand is groter dan 16 MB. Een uittreksel is veel kleiner. Kies het goede bestand.',
    'file-not-pdf':
      'Dit is geen pdf-bestand. Een scan, foto of print kunnen wij niet controleren. Vraag om het originele pdf-bestand of om een deelcode.',
    'file-unreadable': 'Wij kunnen dit bestand niet lezen. Kies het bestand opnieuw.',
    'code-malformed': 'Deze deelcode klopt niet. Vul alle 20 letters en cijfers in.',
    'pin-malformed': 'Deze pincode klopt niet. Vul 6 cijfers in.',
  },
  unavailable:
    'Wij kunnen nu niet controleren. Dat betekent niet dat het diploma vals is. Kijk of u internet hebt en probeer het opnieuw.',
  print: 'Deze print is geen bewijs. Controleer altijd het bestand zelf.',
};
