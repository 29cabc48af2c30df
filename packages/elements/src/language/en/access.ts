import type { AccessWords } from '../access-words.ts';

export const enAccess: AccessWords = {
  text: 'Here you see who looked at your diplomas. What you do yourself is not shown.',
  loading: 'We are finding out who looked…',
  count: { one: 'looked at # time', other: 'looked at # times' },
  none: {
    title: 'Nobody has looked yet',
    text: 'As soon as somebody else looks at your diplomas, you will see it here.',
  },
  failed: 'We cannot show who looked just now.',
  holderOfLink: 'Somebody with your link and PIN',
  somebody: 'Somebody else',
  shareOpened: 'Somebody opened the link that you made for this receiver, with the PIN.',
  namelessShareOpened: 'Opened a link that you made without the name of a receiver.',
  institutionLookup: 'Looked in the register for your enrolment at this school.',
  representative: {
    'diplomas-seen': 'Looked at your diplomas on your behalf.',
    'extract-issued': 'Made an extract on your behalf.',
    'share-made': 'Made a link to share on your behalf.',
  },
  otherWay: 'Looked at your diplomas.',
  seen: 'Shown:',
  otherDiploma: 'a diploma that is no longer in your list',
  older: 'Show older ones',
  doubt: 'Did somebody you do not know open your link? Then withdraw the link, under ‘Shared’.',
};
