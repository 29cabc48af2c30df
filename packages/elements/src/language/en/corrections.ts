import type { CorrectionWords } from '../correction-words.ts';

export const enCorrections: CorrectionWords = {
  text: 'Only the school can mend a diploma. That is why your report goes to the school.',
  reason: 'What is the matter?',
  reasons: {
    wrong: 'Something is wrong in a diploma',
    missing: 'My diploma is not there',
  },
  diploma: 'In which diploma?',
  chooseDiploma: 'Choose a diploma',
  institution: {
    label: 'At which school did you get it?',
    hint: 'Type the name or the city of the school, and choose ‘Find’.',
    find: 'Find',
    finding: 'We are looking…',
    found: { one: '# school found', other: '# schools found' },
    none: 'No school found. Type a part of the name, or only the city.',
    more: 'There are more. Is your school not there? Then type the city too.',
    failed: 'Finding did not work. Try again.',
    legend: 'Choose your school',
  },
  message: { wrong: 'What must change?', missing: 'Which diploma is missing?' },
  messageHint: {
    wrong: 'Write what it says now, and what it must say. Use at most 2,000 characters.',
    missing:
      'Write which programme it was, and in which year you graduated. Use at most 2,000 characters.',
  },
  bsn: 'The school gets your citizen service number from us, to be able to find you. Do not put it in your text.',
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
      closed: 'This school is no more, and no other school answers for it. Choose another school.',
    },
    text: {
      empty: 'Write what the school must know.',
      'too-long': 'Your text is too long. Use at most 2,000 characters.',
      refused: 'This text is not possible. Use only plain letters, digits and punctuation.',
    },
  },
  failed: 'Sending did not work. Your text is still there. Try again.',
  signedOut:
    'You are no longer signed in. Keep your text, sign in again and then send your report.',
  tooMany: (moment) =>
    `You have sent enough reports for one day. You can send another one after ${moment}.`,
  tooManyToday: 'You have sent enough reports for one day. Try again tomorrow.',
  sentTitle: 'Your report was sent',
  sent: (institution) =>
    `${institution} looks at your report. You read the answer here, under ‘Your reports’.`,
  all: 'See your reports',
  loading: 'We are getting your reports…',
  count: { one: '# report', other: '# reports' },
  none: {
    title: 'You have not reported anything yet',
    text: 'Is something wrong, or is a diploma missing? Report it, and the school looks at it.',
  },
  failedToGet: 'We cannot show your reports now.',
  about: { wrong: 'Mistake in a diploma', missing: 'Diploma missing' },
  states: {
    open: 'Sent',
    'in-progress': 'In progress',
    done: 'Solved',
    refused: 'Turned down',
  },
  sentOn: (day, institution) => `Sent on ${day} to ${institution}`,
  own: 'Your text',
  answer: (day) => `Answer of the school, on ${day}`,
};
