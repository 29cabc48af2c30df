import type { CorrectionWords } from '../correction-words.ts';

export const enCorrections: CorrectionWords = {
  text: 'Only the school can correct a diploma. That is why your report goes to the school.',
  reason: 'What is the matter?',
  reasons: {
    wrong: 'Something is wrong in a diploma',
    missing: 'My diploma is not listed',
  },
  diploma: 'In which diploma?',
  chooseDiploma: 'Choose a diploma',
  institution: {
    label: 'At which school did you get it?',
    hint: 'Type the name or the city of the school, and choose ‘Find’.',
    find: 'Find',
    finding: 'We are looking…',
    found: { one: '# school found', other: '# schools found' },
    none: 'No school found. Type part of the name, or only the city.',
    more: 'There are more. Is your school not listed? Then type the city too.',
    failed: 'The search did not work. Try again.',
    legend: 'Choose your school',
  },
  message: { wrong: 'What should change?', missing: 'Which diploma is missing?' },
  messageHint: {
    wrong: 'Write what it says now, and what it should say. Use at most 2,000 characters.',
    missing:
      'Write which programme it was, and in which year you graduated. Use at most 2,000 characters.',
  },
  bsn: 'We give the school your citizen service number, so that it can find you. Do not put it in your text.',
  send: 'Send',
  sending: 'We are sending your report…',
  problems: {
    diploma: {
      'none-chosen': 'Choose which diploma it is about.',
      gone: 'This diploma is no longer yours in the register. Choose another diploma.',
    },
    institution: {
      'none-chosen': 'Find your school and choose it.',
      unknown: 'We do not know this school. Choose another school.',
      closed:
        'This school no longer exists, and no other school answers for it. Choose another school.',
    },
    text: {
      empty: 'Write what the school needs to know.',
      'too-long': 'Your text is too long. Use at most 2,000 characters.',
      refused: 'We cannot send this text. Use only plain letters, digits and punctuation.',
    },
  },
  failed: 'We could not send your report. Your text is still there. Try again.',
  signedOut:
    'You are no longer signed in. Keep a copy of your text, sign in again and then send your report.',
  tooMany: (moment) => `You cannot send a report now. You can send another one after ${moment}.`,
  tooManyToday: 'You cannot send a report now. Try again tomorrow.',
  sentTitle: 'Your report has been sent',
  sent: (institution) =>
    `${institution} will look at your report. You can read the answer here, under ‘Your reports’.`,
  all: 'See your reports',
  loading: 'We are getting your reports…',
  count: { one: '# report', other: '# reports' },
  none: {
    title: 'You have not reported anything yet',
    text: 'Is something wrong, or is a diploma missing? Report it, and the school will look at it.',
  },
  failedToGet: 'We cannot show your reports just now.',
  about: { wrong: 'Mistake in a diploma', missing: 'Diploma missing' },
  states: {
    open: 'Sent',
    'in-progress': 'In progress',
    done: 'Solved',
    refused: 'Turned down',
  },
  sentOn: (day, institution) => `Sent on ${day} to ${institution}`,
  own: 'Your text',
  answer: (day) => `Answer from the school, on ${day}`,
};
