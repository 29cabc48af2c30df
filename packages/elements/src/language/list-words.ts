import type { Diploma, Share } from '@diplomaregister/contract';
import type { SignIn } from '../diploma-list/holder-register.ts';
import type { PanelName } from '../diploma-list/panel-request.ts';
import type { DiplomaWords } from './diploma-words.ts';
import type { CatalogueLanguage, PluralForms } from './speech.ts';

/** What `<diploma-list>` says before anything is opened: it loads with the page. */
export interface ListWords {
  readonly title: string;
  readonly count: PluralForms;
  readonly loading: string;
  /** Why there is nothing to see, while the holder is not signed in well enough. */
  readonly signIn: Readonly<
    Record<Exclude<SignIn, 'signed-in'>, { readonly title: string; readonly text: string }>
  >;
  readonly failed: { readonly title: string; readonly text: string; readonly retry: string };
  readonly empty: { readonly title: string; readonly text: string };
  readonly standing: Readonly<Record<Exclude<Diploma['standing'], 'valid'>, string>>;
  readonly withdrawnText: string;
  readonly details: string;
  readonly download: string;
  readonly share: string;
  /** To report that something is wrong with a diploma. */
  readonly report: string;
  readonly back: string;
  readonly panels: {
    readonly titles: Readonly<Record<PanelName, string>>;
    readonly loading: string;
    readonly failed: string;
  };
  /** What the panels below the list are for. */
  readonly more: Readonly<Record<'access-records' | 'correction-requests', string>>;
  /** Asks whether something is missing; opens the help for that. */
  readonly missing: string;
  readonly shares: {
    readonly title: string;
    readonly none: string;
    readonly failed: string;
    readonly noReceiver: string;
    readonly withMarks: string;
    readonly withoutMarks: string;
    readonly states: Readonly<Record<Share['state'], string>>;
    readonly until: (lastDay: string) => string;
    readonly opened: PluralForms;
    readonly neverOpened: string;
    readonly lastOpened: (moment: string) => string;
    readonly revoke: string;
    readonly confirm: string;
    readonly yes: string;
    readonly no: string;
    readonly revoking: string;
    readonly revokeFailed: string;
    readonly revoked: string;
  };
  readonly print: string;
}

/** The words that load with `<diploma-list>`, in one language. */
export interface ListCatalogue extends CatalogueLanguage {
  readonly diploma: DiplomaWords;
  readonly list: ListWords;
}
