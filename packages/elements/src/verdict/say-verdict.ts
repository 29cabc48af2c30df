import type { CheckName, Outcome, Verdict } from '@diplomaregister/contract';
import { isolate } from '../language/isolate.ts';
import type { Speech } from '../language/speech.ts';
import type { VerdictCatalogue, VerdictText } from '../language/verdict-words.ts';
import { type Tone, toneOf } from './tone.ts';

/** What the visitor may do next, apart from checking something else. */
export type NextStep = 'retry' | 'correct-code' | undefined;

/** A verdict in words. */
export interface SpokenVerdict extends VerdictText {
  readonly tone: Tone;
  readonly next: NextStep;
}

/** Says a verdict in the language of a catalogue. */
export function sayVerdict(verdict: Verdict, speech: Speech<VerdictCatalogue>): SpokenVerdict {
  const tone = toneOf(verdict.outcome);
  return { ...textOf(verdict, speech), tone, next: nextStep(verdict.outcome) };
}

function nextStep(outcome: Outcome): NextStep {
  switch (outcome) {
    case 'inconclusive':
      return 'retry';
    case 'pin-wrong':
    case 'share-unknown':
      return 'correct-code';
    default:
      return undefined;
  }
}

/**
 * What may be behind a check that could not be made, by the reason codes that speak for it: anchors, a list
 * or a share that are unavailable, but not cryptography.
 */
const causes = [
  ['network', /[kst]-unavailable|busy|revocation|^could/],
  ['clock', /future|expired|revocation/],
  ['website', /crypto|insecure|foreign/],
] as const;

function textOf(verdict: Verdict, speech: Speech<VerdictCatalogue>): VerdictText {
  const { outcomes } = speech.words.verdict;
  switch (verdict.outcome) {
    case 'genuine': {
      const { subject } = verdict;
      return subject.kind === 'extract'
        ? outcomes.genuine.extract({
            issuer: isolate(subject.issuer),
            sealedOn: speech.day(subject.sealedAt),
          })
        : outcomes.genuine.share(speech.date(subject.expiresOn));
    }
    case 'inconclusive': {
      const [text] = verdict.checks.flatMap((check) =>
        check.result === 'inconclusive' ? whyUnknown(check, speech) : [],
      );
      return { ...outcomes.inconclusive, ...(text && { text }) };
    }
    default:
      return outcomes[verdict.outcome];
  }
}

function whyUnknown(
  { name, reason }: { readonly name: CheckName; readonly reason: string },
  { words }: Speech<VerdictCatalogue>,
): string {
  const { causes: causeWords, unknown } = words.verdict;
  const why = causes.flatMap(([cause, codes]) => (codes.test(reason) ? causeWords[cause] : []));
  return [unknown[name], ...why].join(' ');
}
