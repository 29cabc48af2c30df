import type { Outcome, Verdict } from '@diplomaregister/contract';
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

function textOf(verdict: Verdict, speech: Speech<VerdictCatalogue>): VerdictText {
  const { outcomes, unknown } = speech.words.verdict;
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
      const open = verdict.checks.find((check) => check.result === 'inconclusive');
      return open ? { ...outcomes.inconclusive, text: unknown[open.name] } : outcomes.inconclusive;
    }
    default:
      return outcomes[verdict.outcome];
  }
}
