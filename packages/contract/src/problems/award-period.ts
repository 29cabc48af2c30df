/** The first and the last day on which an award can have been, `YYYY-MM-DD`. */
export interface AwardPeriod {
  readonly first: string;
  readonly last: string;
}

/** The days that an award names: one, or all of a month. Undefined unless there is exactly one. */
export function awardPeriod(award: {
  readonly awardedOn?: string;
  readonly awardedIn?: string;
}): AwardPeriod | undefined {
  const { awardedOn, awardedIn } = award;
  if (awardedOn !== undefined && awardedIn === undefined) {
    return { first: awardedOn, last: awardedOn };
  }
  if (awardedIn !== undefined && awardedOn === undefined) {
    // Compared as text, so that a month needs no calendar.
    return { first: `${awardedIn}-01`, last: `${awardedIn}-31` };
  }
  return undefined;
}
