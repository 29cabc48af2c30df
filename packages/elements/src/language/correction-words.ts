import type { CorrectionRequest, CorrectionStatus } from '@diplomaregister/contract';
import type { ReportProblems } from '../correction-requests/report-form.ts';
import type { PluralForms } from './speech.ts';

type Reason = CorrectionRequest['reason'];
type ProblemOf<Field extends keyof ReportProblems> = NonNullable<ReportProblems[Field]>;

/** What `<diploma-list>` says about reports of what is wrong or missing. */
export interface CorrectionWords {
  readonly text: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly diploma: string;
  readonly chooseDiploma: string;
  readonly institution: {
    readonly label: string;
    readonly hint: string;
    readonly find: string;
    readonly finding: string;
    readonly found: PluralForms;
    readonly none: string;
    readonly more: string;
    readonly failed: string;
    readonly legend: string;
  };
  readonly message: Readonly<Record<Reason, string>>;
  readonly messageHint: Readonly<Record<Reason, string>>;
  readonly bsn: string;
  readonly send: string;
  readonly sending: string;
  readonly problems: {
    readonly [Field in keyof ReportProblems]-?: Readonly<Record<ProblemOf<Field>, string>>;
  };
  readonly failed: string;
  readonly signedOut: string;
  /** So many were sent that the register takes no more for now. */
  readonly tooMany: (moment: string) => string;
  readonly tooManyToday: string;
  readonly sentTitle: string;
  readonly sent: (institution: string) => string;
  readonly all: string;
  readonly loading: string;
  readonly count: PluralForms;
  readonly none: { readonly title: string; readonly text: string };
  readonly failedToGet: string;
  readonly about: Readonly<Record<Reason, string>>;
  readonly states: Readonly<Record<CorrectionStatus, string>>;
  readonly sentOn: (day: string, institution: string) => string;
  readonly own: string;
  readonly answer: (day: string) => string;
}
