import type { ListWords } from '../list-words.ts';

export const enList: ListWords = {
  title: 'My diplomas',
  count: { one: '# diploma in the diploma register', other: '# diplomas in the diploma register' },
  loading: 'We are getting your diplomas…',
  signIn: {
    'signed-out': {
      title: 'You are not signed in',
      text: 'Sign in to see your diplomas.',
    },
    'too-weak': {
      title: 'Sign in with an extra check',
      text: 'Your diplomas are personal. That is why a stronger sign-in is needed. Sign in again and choose a method with an extra check, such as the DigiD app.',
    },
  },
  failed: {
    title: 'This does not work just now',
    text: 'We cannot get your diplomas. They are still in the register.',
    retry: 'Try again',
  },
  empty: {
    title: 'No diplomas are registered for you',
    text: 'That does not mean that your diploma is not valid. Check below whether it should be in the register.',
  },
  standing: { withdrawn: 'Withdrawn' },
  withdrawnText:
    'The school has withdrawn this diploma. You cannot download or share it. Ask your school to explain.',
  details: 'View',
  download: 'Download',
  share: 'Share',
  report: 'Report a mistake',
  back: 'My diplomas',
  panels: {
    titles: {
      download: 'Download your extract',
      share: 'Share with someone',
      'access-records': 'Who looked?',
      'correction-requests': 'Your reports',
      report: 'Report a problem',
    },
    loading: 'One moment…',
    failed: 'This part could not be loaded. Try again, or load the page again.',
  },
  more: {
    'access-records': 'See who looked at your diplomas, and when.',
    'correction-requests': 'Say what is wrong or missing, and read what the school answers.',
  },
  missing: 'Is a diploma missing?',
  shares: {
    title: 'Shared',
    none: 'You are not sharing anything now.',
    failed: 'We cannot show what you share just now.',
    noReceiver: 'Without a name',
    withMarks: 'with marks',
    withoutMarks: 'without marks',
    states: {
      active: 'Open',
      expired: 'Expired',
      revoked: 'Withdrawn',
      locked: 'Locked',
    },
    until: (lastDay) => `Up to and including ${lastDay}`,
    opened: { one: 'opened # time', other: 'opened # times' },
    neverOpened: 'not opened yet',
    lastOpened: (moment) => `last on ${moment}`,
    revoke: 'Withdraw the link',
    confirm: 'This link will stop working at once. Your diploma stays valid.',
    yes: 'Yes, withdraw the link',
    no: 'No, keep it',
    revoking: 'We are withdrawing the link…',
    revokeFailed: 'We could not withdraw the link. Try again.',
    revoked: 'The link has been withdrawn.',
  },
  print: 'This print is not proof. Download an extract to show your diploma.',
};
