import type { AccessWords } from '../access-words.ts';

export const enAccess: AccessWords = {
  text: 'Here you see who looked at your diplomas. What you do yourself is not in it.',
  loading: 'We are getting who looked…',
  count: { one: 'looked at # time', other: 'looked at # times' },
  none: {
    title: 'Nobody has looked yet',
    text: 'As soon as somebody else looks at your diplomas, you see it here.',
  },
  failed: 'We cannot show now who looked.',
  holderOfLink: 'Somebody with your link and PIN',
  somebody: 'Somebody else',
  shareOpened: 'Somebody opened, with the PIN, the link that you made for this receiver.',
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
  doubt:
    'Did somebody open your link whom you do not know? Then withdraw the link, under ‘Shared’.',
};
