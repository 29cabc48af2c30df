import type { Coverage, CoveredKind } from '@diplomaregister/contract';

/** A kind of diploma, in the register or elsewhere. */
export type DiplomaKind = CoveredKind['kind'] | Coverage['elsewhere'][number];

/** Whether a diploma of some kind and year should be in the register. */
export type CoverageAnswer =
  | {
      readonly outcome: 'covered';
      /** It may be so new that it was not delivered yet. */
      readonly recent: boolean;
    }
  | {
      /** Only when the government paid for the institution: others are in it from a later year. */
      readonly outcome: 'publicly-funded-only';
      readonly privateFrom: number;
    }
  | {
      readonly outcome: 'too-early';
      /** The first year of this kind that is in the register. */
      readonly from: number;
    }
  /** Valid, but never in the register. */
  | { readonly outcome: 'elsewhere' }
  /** No year in which a diploma can have been awarded. */
  | { readonly outcome: 'year-impossible' };

const firstYear = 1900;

/** Institutions deliver within eight weeks, higher education being the slowest. */
const deliveryTime = 8 * 7 * 24 * 60 * 60 * 1000;

/** Answers whether a diploma should be in the register, by the register's own coverage. */
export function answerCoverage(
  coverage: Coverage,
  kind: DiplomaKind,
  year: number,
  now: Date,
): CoverageAnswer {
  const covered = coverage.kinds.find((each) => each.kind === kind);
  if (!covered) return { outcome: 'elsewhere' };
  if (!Number.isInteger(year) || year < firstYear || year > now.getFullYear()) {
    return { outcome: 'year-impossible' };
  }
  const { privateFrom, publiclyFundedFrom } = covered;
  const from = Math.min(publiclyFundedFrom ?? Infinity, privateFrom ?? Infinity);
  if (year < from) return { outcome: 'too-early', from };
  if (privateFrom !== undefined && year < privateFrom) {
    return { outcome: 'publicly-funded-only', privateFrom };
  }
  const recent = year >= new Date(now.getTime() - deliveryTime).getFullYear();
  return { outcome: 'covered', recent };
}
