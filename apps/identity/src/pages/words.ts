/** The languages of the pages. */
export type PageLanguage = 'nl' | 'en';

/** What a request says about the languages that its user reads. */
interface Accepting {
  acceptsLanguages(languages: string[]): string | false;
}

/** The first known language of a list such as `ui_locales` (`en nl`), or else the browser's. */
export function languageOf(wanted: string, browser?: Accepting): PageLanguage {
  for (const tag of wanted.toLowerCase().split(/\s+/)) {
    const [language] = tag.split('-');
    if (language === 'nl' || language === 'en') return language;
  }
  return browser?.acceptsLanguages(['nl', 'en']) === 'en' ? 'en' : 'nl';
}

const nl = {
  service: 'Oefen-inlog',
  otherLanguage: 'English',
  standIn:
    'Dit is niet DigiD. Deze pagina speelt DigiD na, zodat u het diplomaregister kunt uitproberen. Alle mensen hier zijn verzonnen.',
  signIn: {
    title: 'Inloggen',
    lead: 'Kies wie u wilt zijn.',
    people: 'Wie bent u?',
    other: 'Iemand anders',
    otherStory: 'Vul zelf een testnummer in.',
    bsn: 'Test-BSN',
    bsnHint: 'Negen cijfers, te beginnen met 9999. Vul nooit een echt BSN in.',
    assurance: 'Hoe sterk is de inlog?',
    assuranceHint: 'Om te testen. Met een zwakke inlog laat het diplomaregister niets zien.',
    substantial: 'Sterk (substantieel)',
    low: 'Zwak (laag)',
    submit: 'Inloggen',
    cancel: 'Annuleren',
    errorTitle: 'U bent nog niet ingelogd',
    chooseSomebody: 'Kies een persoon, of vul een test-BSN in.',
    notATestBsn:
      'Dit is geen test-BSN. Een test-BSN heeft negen cijfers, begint met 9999 en slaagt voor de elfproef.',
  },
  signOut: {
    title: 'Uitloggen',
    lead: 'U wordt uitgelogd.',
    submit: 'Nu uitloggen',
    doneTitle: 'U bent uitgelogd',
    done: 'U kunt deze pagina sluiten.',
  },
  error: {
    title: 'Inloggen lukt niet',
    expired:
      'Deze pagina is verlopen. Ga terug naar de site waar u vandaan kwam en log opnieuw in.',
    unavailable: 'Er ging iets mis. Probeer het over een paar minuten nog eens.',
    refused:
      'De site waar u vandaan komt, vroeg iets wat niet mag. Ga terug en probeer het opnieuw.',
  },
};

export type Words = typeof nl;

const en: Words = {
  service: 'Practice sign-in',
  otherLanguage: 'Nederlands',
  standIn:
    'This is not DigiD. This page plays the part of DigiD, so that you can try out the diploma register. All people here are fictional.',
  signIn: {
    title: 'Sign in',
    lead: 'Choose who you want to be.',
    people: 'Who are you?',
    other: 'Somebody else',
    otherStory: 'Type a test number yourself.',
    bsn: 'Test BSN',
    bsnHint: 'Nine digits, starting with 9999. Never type a real BSN.',
    assurance: 'How strong is the sign-in?',
    assuranceHint: 'For tests. With a weak sign-in the diploma register shows nothing.',
    substantial: 'Strong (substantial)',
    low: 'Weak (low)',
    submit: 'Sign in',
    cancel: 'Cancel',
    errorTitle: 'You are not signed in yet',
    chooseSomebody: 'Choose a person, or type a test BSN.',
    notATestBsn:
      'This is not a test BSN. A test BSN has nine digits, starts with 9999 and passes the eleven test.',
  },
  signOut: {
    title: 'Sign out',
    lead: 'You are being signed out.',
    submit: 'Sign out now',
    doneTitle: 'You are signed out',
    done: 'You can close this page.',
  },
  error: {
    title: 'Signing in does not work',
    expired: 'This page has expired. Go back to the site you came from and sign in again.',
    unavailable: 'Something went wrong. Try again in a few minutes.',
    refused:
      'The site you came from asked for something that is not allowed. Go back and try again.',
  },
};

export const words: Readonly<Record<PageLanguage, Words>> = { nl, en };
