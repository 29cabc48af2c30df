import type { CheckName, Outcome } from '@diplomaregister/contract';
import type { DiplomaWords } from './diploma-words.ts';
import type { CatalogueLanguage } from './speech.ts';

/** What a verdict says: the heading, one line below it, and what to know and to do. */
export interface VerdictText {
  readonly title: string;
  readonly lead: string;
  readonly text?: string;
}

/** Names and days that a verdict's text may use. */
export interface SealWords {
  readonly issuer: string;
  readonly sealedOn: string;
}

/** What a verdict is told with. */
export interface VerdictWords {
  readonly outcomes: {
    readonly genuine: {
      readonly extract: (seal: SealWords) => VerdictText;
      readonly share: (lastDay: string) => VerdictText;
    };
    readonly superseded: VerdictText;
    readonly withdrawn: VerdictText;
  } & Readonly<Record<Exclude<Outcome, 'genuine' | 'superseded' | 'withdrawn'>, VerdictText>>;
  /** What is not known, by the check that could not be made; said with an inconclusive verdict. */
  readonly unknown: Readonly<Record<CheckName, string>>;
  /** What may have kept a check from being made. */
  readonly causes: {
    readonly network: string;
    readonly clock: string;
    /** The website around the element came by plain HTTP, or asks another register. */
    readonly website: string;
  };
  readonly checks: {
    readonly title: string;
    readonly names: Readonly<Record<CheckName, string>>;
    readonly results: {
      readonly pass: string;
      readonly fail: string;
      readonly inconclusive: string;
      readonly skipped: string;
    };
  };
  readonly standings: {
    readonly valid: string;
    readonly superseded: string;
    readonly withdrawn: string;
  };
  readonly supersededDiploma: string;
  readonly withdrawnDiploma: string;
  readonly example: { readonly title: string; readonly text: string };
  readonly compare: string;
  /** How name and birth date compare with those that the host page has. */
  readonly holder: { readonly same: string; readonly different: string };
  readonly about: {
    readonly title: string;
    readonly number: string;
    readonly issuer: string;
    readonly sealedAt: string;
    readonly receiver: string;
    readonly expiresOn: string;
    readonly checkedAt: string;
    readonly trust: string;
    readonly pinned: string;
    readonly tls: string;
    readonly reasons: string;
  };
  readonly again: string;
  readonly retry: string;
  readonly correct: string;
  readonly checking: string;
}

/** The words of a verdict, in one language. */
export interface VerdictCatalogue extends CatalogueLanguage {
  readonly diploma: DiplomaWords;
  readonly verdict: VerdictWords;
}
