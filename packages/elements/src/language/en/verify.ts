import type { VerifyWords } from '../verify-words.ts';

export const enVerify: VerifyWords = {
  title: 'Check a diploma',
  intro: 'Is this diploma genuine? You will know in a few seconds.',
  file: {
    drop: 'Drag the extract here',
    release: 'Drop the file now',
    choose: 'Choose a file',
    hint: 'The PDF file from the diploma register. We cannot check a scan, a photo or a print.',
    stays: 'The file stays on your device. We do not send it anywhere.',
  },
  form: {
    goesAlong: 'The file, or the share code with its PIN, is sent along with this form.',
    required: 'Check a diploma first. Choose the file, or fill in the share code and the PIN.',
    notGenuine: 'This cannot be sent along with the form. Only a genuine diploma can.',
  },
  or: 'or',
  share: {
    title: 'Did you get a share code?',
    code: 'Share code',
    codeHint: '20 letters and digits. You may also paste the whole link.',
    pin: 'PIN',
    pinHint: '6 digits. The holder of the diploma gives them to you separately.',
    check: 'Check',
  },
  checking: {
    file: 'We are checking the file…',
    share: 'We are asking the diploma register…',
  },
  problems: {
    'several-files': 'You chose more than one file. Check the files one by one.',
    'file-empty': 'This file is empty. Ask for the file to be sent again.',
    'file-too-large':
      'This file is larger than 16 MB. An extract is much smaller. Choose the right file.',
    'file-not-pdf':
      'This is not a PDF file. We cannot check a scan, a photo or a print. Ask for the original PDF file or for a share code.',
    'file-unreadable': 'We cannot read this file. Choose the file again.',
    'code-malformed': 'This share code is not right. Enter all 20 letters and digits.',
    'pin-malformed': 'This PIN is not right. Enter 6 digits.',
  },
  unavailable:
    'We cannot check just now. That does not mean that the diploma is fake. Check whether you are online and try again.',
  print: 'This print is not proof. Always check the file itself.',
};
