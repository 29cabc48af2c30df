import type { CoverageAnswer, DiplomaKind } from '../coverage/coverage-answer.ts';

/** What `<diploma-list>` says to who misses a diploma. */
export interface CoverageWords {
  readonly text: string;
  readonly loading: string;
  readonly failed: string;
  readonly kind: string;
  readonly chooseKind: string;
  readonly kinds: Readonly<Record<DiplomaKind, string>>;
  readonly year: string;
  /** What each answer says, and what to do. */
  readonly answers: {
    readonly [Outcome in CoverageAnswer['outcome']]: (
      answer: Extract<CoverageAnswer, { readonly outcome: Outcome }>,
    ) => string;
  };
  /** Added when it may not have been delivered yet. */
  readonly notYet: string;
  readonly report: string;
  readonly table: {
    readonly open: string;
    readonly caption: string;
    readonly kind: string;
    /** Short heads of the columns with the first year: the table must fit a phone. */
    readonly publiclyFunded: string;
    readonly private: string;
    /** In the place of a year: such institutions have none in the register. */
    readonly none: string;
    /** Before the kinds that are never in it. */
    readonly elsewhere: string;
  };
}
