import type { Outcome } from '@diplomaregister/contract';

/** How a verdict looks and sounds. `open` says nothing against the diploma. */
export type Tone = 'good' | 'bad' | 'open';

/** The tone of an outcome. Only what is wrong with the document itself is bad. */
export function toneOf(outcome: Outcome): Tone {
  switch (outcome) {
    case 'genuine':
      return 'good';
    case 'withdrawn':
    case 'altered':
    case 'seal-revoked':
    case 'not-an-extract':
      return 'bad';
    case 'superseded':
    case 'share-unknown':
    case 'pin-wrong':
    case 'share-locked':
    case 'share-expired':
    case 'share-revoked':
    case 'inconclusive':
      return 'open';
  }
}
