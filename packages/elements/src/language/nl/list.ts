import type { ListWords } from '../list-words.ts';

export const nlList: ListWords = {
  title: 'Mijn diploma’s',
  count: { one: '# diploma in het Diplomaregister', other: '# diploma’s in het Diplomaregister' },
  loading: 'Wij halen uw diploma’s op…',
  signIn: {
    'signed-out': {
      title: 'U bent niet ingelogd',
      text: 'Log in om uw diploma’s te zien.',
    },
    'too-weak': {
      title: 'Log in met een extra controle',
      text: 'Uw diploma’s zijn persoonlijk. Daarom is een sterkere inlog nodig. Log opnieuw in en kies een manier met een extra controle, zoals de DigiD-app.',
    },
  },
  failed: {
    title: 'Het lukt nu niet',
    text: 'Wij kunnen uw diploma’s niet ophalen. Ze staan nog gewoon in het register.',
    retry: 'Probeer opnieuw',
  },
  empty: {
    title: 'Er staan geen diploma’s op uw naam',
    text: 'Dat betekent niet dat uw diploma niet geldt. Kijk hieronder of het in het register hoort te staan.',
  },
  standing: { withdrawn: 'Ingetrokken' },
  withdrawnText:
    'De school heeft dit diploma ingetrokken. U kunt het niet downloaden of delen. Vraag uw school om uitleg.',
  details: 'Bekijk',
  download: 'Download',
  share: 'Deel',
  report: 'Meld een fout',
  back: 'Mijn diploma’s',
  panels: {
    titles: {
      download: 'Download uw uittreksel',
      share: 'Deel met iemand',
      'access-records': 'Wie heeft gekeken?',
      'correction-requests': 'Uw meldingen',
      report: 'Meld een probleem',
    },
    loading: 'Een moment…',
    failed:
      'Dit onderdeel kon niet worden geladen. Probeer het opnieuw, of laad de pagina opnieuw.',
  },
  more: {
    'access-records': 'Zie wie uw diploma’s bekeek, en wanneer.',
    'correction-requests': 'Zeg wat er niet klopt of ontbreekt, en lees wat de school antwoordt.',
  },
  missing: 'Mist u een diploma?',
  shares: {
    title: 'Gedeeld',
    none: 'U deelt nu niets.',
    failed: 'Wij kunnen nu niet laten zien wat u deelt.',
    noReceiver: 'Zonder naam',
    withMarks: 'met cijfers',
    withoutMarks: 'zonder cijfers',
    states: {
      active: 'Open',
      expired: 'Verlopen',
      revoked: 'Ingetrokken',
      locked: 'Op slot',
    },
    until: (lastDay) => `Tot en met ${lastDay}`,
    opened: { one: '# keer bekeken', other: '# keer bekeken' },
    neverOpened: 'nog niet bekeken',
    lastOpened: (moment) => `voor het laatst op ${moment}`,
    revoke: 'Trek de link in',
    confirm: 'Deze link werkt dan meteen niet meer. Uw diploma blijft gewoon gelden.',
    yes: 'Ja, trek de link in',
    no: 'Nee, laat staan',
    revoking: 'Wij trekken de link in…',
    revokeFailed: 'Intrekken lukte niet. Probeer het opnieuw.',
    revoked: 'De link is ingetrokken.',
  },
  print: 'Deze print is geen bewijs. Download een uittreksel om uw diploma te laten zien.',
};
