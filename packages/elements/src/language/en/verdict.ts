import type { VerdictWords } from '../verdict-words.ts';

export const enVerdict: VerdictWords = {
  outcomes: {
    genuine: {
      extract: ({ issuer, sealedOn }) => ({
        title: 'This extract is genuine',
        lead: `Sealed by ${issuer} on ${sealedOn} and not changed since.`,
      }),
      share: (lastDay) => ({
        title: 'This diploma is genuine',
        lead: 'This is what the diploma register says at this moment.',
        text: `The holder shares this with you up to and including ${lastDay}.`,
      }),
    },
    superseded: {
      title: 'There is a newer version',
      lead: 'This comes from the diploma register, but the school has corrected it since.',
      text: 'Ask the holder for a new extract or for a share code.',
    },
    withdrawn: {
      title: 'A diploma was withdrawn',
      lead: 'This comes from the diploma register, but not all of it is still valid.',
      text: 'We do not show what was withdrawn.',
    },
    altered: {
      title: 'This extract was altered',
      lead: 'Do not trust this file.',
      text: 'The file has a seal of the diploma register, but was changed afterwards. That is why we do not show its content. Ask for the original file or for a share code.',
    },
    'seal-revoked': {
      title: 'This seal is not valid',
      lead: 'Do not trust this file.',
      text: 'The seal was already invalid when it was placed. That is why we do not show the content. Ask for a new extract or for a share code.',
    },
    'not-an-extract': {
      title: 'This is not an extract',
      lead: 'This file does not come from the diploma register.',
      text: 'It has no seal of the diploma register. It may be a print, a scan or another file. Ask for the original PDF file or for a share code.',
    },
    'share-unknown': {
      title: 'We do not know this code',
      lead: 'This says nothing about the diploma.',
      text: 'Check whether the share code was typed correctly, or ask the holder for a new one.',
    },
    'pin-wrong': {
      title: 'The PIN is wrong',
      lead: 'This says nothing about the diploma.',
      text: 'Check whether the PIN was typed correctly. After ten wrong PINs the share code is locked.',
    },
    'share-locked': {
      title: 'This code is locked',
      lead: 'This says nothing about the diploma.',
      text: 'A wrong PIN was entered too often. Ask the holder for a new share code.',
    },
    'share-expired': {
      title: 'This link has expired',
      lead: 'The link expires, the diploma does not.',
      text: 'Ask the holder for a new share code or for an extract.',
    },
    'share-revoked': {
      title: 'No longer shared',
      lead: 'This says nothing about the diploma.',
      text: 'The holder stopped sharing it. Ask for a new share code or for an extract.',
    },
    inconclusive: {
      title: 'We cannot tell yet',
      lead: 'This does not mean that it is fake.',
    },
  },
  unknown: {
    'sealed-by-register': 'We could not find out whose seal it is.',
    unchanged: 'We could not find out whether the file was changed.',
    'seal-trusted': 'We could not find out whether the seal is still trusted.',
    'diploma-stands': 'We could not find out whether the diploma is still valid.',
    'code-valid': 'We could not check the code.',
  },
  causes: {
    network: 'The diploma register may be out of reach, or you may be offline.',
    clock: 'The clock of your device may be wrong.',
    website: 'The settings of this website may be wrong.',
  },
  checks: {
    title: 'What we checked',
    names: {
      'sealed-by-register': 'Sealed by the diploma register',
      unchanged: 'Nothing changed since',
      'seal-trusted': 'The seal is trusted',
      'diploma-stands': 'The details are still valid',
      'code-valid': 'The code is valid',
    },
    results: {
      pass: 'Correct',
      fail: 'Not correct',
      inconclusive: 'Could not be checked',
      skipped: 'Not checked',
    },
  },
  standings: { valid: 'Valid', superseded: 'Replaced', withdrawn: 'Withdrawn' },
  supersededDiploma: 'The school has corrected this diploma. This is the old version.',
  withdrawnDiploma: 'This diploma was withdrawn. That is why we do not show it.',
  example: {
    title: 'Example, no value',
    text: 'This comes from a register for practice. The people and schools do not exist.',
  },
  compare: 'Is it this person’s? Compare name and date of birth with an identity document.',
  holder: {
    same: 'Name and date of birth are the same as on this website.',
    different: 'Name or date of birth is not the same as on this website.',
  },
  about: {
    title: 'About this check',
    number: 'Number of the extract',
    issuer: 'Sealed by',
    sealedAt: 'Sealed on',
    receiver: 'Shared with',
    expiresOn: 'Shared up to and including',
    checkedAt: 'Checked on',
    trust: 'Trust',
    pinned: 'This website chose which register it trusts.',
    tls: 'The register told us over a secure connection which seals are its own.',
    reasons: 'Code for support',
  },
  again: 'Check another diploma',
  retry: 'Try again',
  correct: 'Enter the code again',
  checking: 'We are checking again…',
};
