/** Days between which a share may end, and the one that is proposed; `YYYY-MM-DD`. */
export interface ShareTerm {
  readonly first: string;
  readonly proposed: string;
  readonly last: string;
}

/** Long enough for an application, short enough to be forgotten safely. */
const proposedDays = 30;

/** The term of a share that is made now: from today in the Netherlands to at most a year ahead. */
export function shareTerm(now: Date): ShareTerm {
  const today = dutchDay(now);
  const proposed = new Date(today);
  proposed.setUTCDate(today.getUTCDate() + proposedDays);
  const last = new Date(today);
  last.setUTCFullYear(today.getUTCFullYear() + 1);
  // 29 February would become 1 March, a day more than a year.
  if (last.getUTCMonth() !== today.getUTCMonth()) last.setUTCDate(0);
  return { first: fullDate(today), proposed: fullDate(proposed), last: fullDate(last) };
}

/** Whether a share may end on a day. */
export function isWithin(term: ShareTerm, day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= term.first && day <= term.last;
}

function dutchDay(now: Date): Date {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
  }).format(now);
  return new Date(`${parts}T00:00:00Z`);
}

function fullDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
