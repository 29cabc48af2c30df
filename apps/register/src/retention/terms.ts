/** How long something is kept. */
export interface Term {
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly unit: 'days' | 'years';
  /** Without the variable. */
  readonly usual: number;
  /** What is kept, and from when the term runs. */
  readonly meaning: string;
}

/** How long everything is kept that does not stay for ever: the one list of it. */
export const terms = {
  shares: {
    variable: 'RETENTION_SHARES_DAYS',
    unit: 'days',
    usual: 90,
    meaning: 'a share, from the day that it expired or was withdrawn',
  },
  accessRecords: {
    variable: 'RETENTION_ACCESS_RECORDS_DAYS',
    unit: 'days',
    usual: 730,
    meaning: 'a record of who looked, from that moment',
  },
  correctionRequests: {
    variable: 'RETENTION_CORRECTION_REQUESTS_DAYS',
    unit: 'days',
    usual: 365,
    meaning: 'a correction request, from the day that it was done or refused',
  },
  rejections: {
    variable: 'RETENTION_REJECTIONS_DAYS',
    unit: 'days',
    usual: 365,
    meaning: 'the rejected lines of a delivery, from the day that it came',
  },
  diplomas: {
    variable: 'RETENTION_DIPLOMAS_YEARS',
    unit: 'years',
    usual: 60,
    meaning: 'a diploma, from its award',
  },
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof terms;

/** For each term how long it is, in its own unit. */
export type Retention = Readonly<Record<TermName, number>>;

/** The moment before which something has had its term. */
export function endOfTerm(name: TermName, retention: Retention, now: Date): Date {
  const end = new Date(now);
  if (terms[name].unit === 'years') end.setUTCFullYear(end.getUTCFullYear() - retention[name]);
  else end.setUTCDate(end.getUTCDate() - retention[name]);
  return end;
}

/** The month in which a term ended, `YYYY-MM`: diplomas of that month are the first that are kept. */
export function monthOf(end: Date): string {
  return end.toISOString().slice(0, 'YYYY-MM'.length);
}
