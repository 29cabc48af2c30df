import type { PanelWords } from '../panel-words.ts';
import { enAccess } from './access.ts';
import { enCorrections } from './corrections.ts';
import { enCoverage } from './coverage.ts';

export const enPanels: PanelWords = {
  access: enAccess,
  corrections: enCorrections,
  coverage: enCoverage,
  notAllowed: 'This site may not ask the register for this on your behalf.',
  choose: {
    legend: 'Diplomas',
    more: 'Add more diplomas',
    none: 'Choose at least one diploma.',
  },
  extract: {
    text: 'You get one PDF file with a digital seal. It has the same value as your paper diploma.',
    language: 'Language of the extract',
    languages: { nl: 'Dutch', en: 'English' },
    make: 'Download PDF',
    making: 'We are making your extract…',
    failed: 'We could not make your extract. Try again.',
    doneTitle: 'Your extract is ready',
    done: 'The file is in your downloads.',
    keep: 'Keep the file as it is and pass on the file itself. A print or photo is not proof.',
  },
  newShare: {
    text: 'You get a link and a PIN. Anyone who has both can see what you share. You can withdraw the link at any time.',
    until: 'Up to and including which day?',
    untilHint: (lastDay) => `At most a year: ${lastDay}.`,
    untilWrong: (lastDay) => `Choose a day from today up to ${lastDay}.`,
    receiver: 'Who is it for? (optional)',
    receiverHint:
      'For example the name of an employer, in at most 100 characters. This name is shown with the check.',
    receiverWrong: 'We cannot use this name. Use at most 100 characters and no < or >.',
    marks: 'Show my marks too',
    marksHint: 'Only secondary school diplomas have marks here.',
    make: 'Make the link',
    making: 'We are making your link…',
    failed: 'We could not make the link. Try again.',
  },
  shared: {
    title: 'Your link is ready',
    until: (lastDay) => `Can be opened up to and including ${lastDay}`,
    forReceiver: (receiver, lastDay) =>
      `For ${receiver}, can be opened up to and including ${lastDay}`,
    link: 'Link',
    pin: 'PIN',
    pinHint: 'Pass on the PIN in a different way from the link. By telephone, for example.',
    once: 'You can see the link and the PIN only now. Keep them or pass them on at once.',
    qr: 'QR code with the link',
    copyLink: 'Copy link',
    copyPin: 'Copy PIN',
    linkCopied: 'The link was copied',
    pinCopied: 'The PIN was copied',
    copyFailed: 'Copying did not work. Select the text and copy it yourself.',
    expires: (lastDay) => `The link expires after ${lastDay}. Your diploma does not.`,
    done: 'Done',
  },
};
