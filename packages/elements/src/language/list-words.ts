import type { Diploma, Language, Share } from '@diplomaregister/contract';
import type { DiplomaWords } from './diploma-words.ts';
import type { CatalogueLanguage, PluralForms } from './speech.ts';

/** Everything that `<diploma-list>` says. */
export interface ListWords {
  readonly title: string;
  readonly count: PluralForms;
  readonly loading: string;
  readonly signedOut: { readonly title: string; readonly text: string };
  readonly failed: { readonly title: string; readonly text: string; readonly retry: string };
  readonly empty: { readonly title: string; readonly text: string };
  readonly coverage: {
    readonly question: string;
    readonly inRegister: string;
    readonly kinds: readonly string[];
    readonly notInRegister: string;
    readonly notYet: string;
  };
  readonly standing: Readonly<Record<Exclude<Diploma['standing'], 'valid'>, string>>;
  readonly withdrawnText: string;
  readonly details: string;
  readonly download: string;
  readonly share: string;
  readonly back: string;
  readonly choose: {
    readonly legend: string;
    readonly more: string;
    readonly none: string;
  };
  readonly extract: {
    readonly title: string;
    readonly text: string;
    readonly language: string;
    readonly languages: Readonly<Record<Language, string>>;
    readonly make: string;
    readonly making: string;
    readonly failed: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly keep: string;
  };
  readonly newShare: {
    readonly title: string;
    readonly text: string;
    readonly until: string;
    readonly untilHint: (lastDay: string) => string;
    readonly untilWrong: (lastDay: string) => string;
    readonly receiver: string;
    readonly receiverHint: string;
    readonly receiverWrong: string;
    readonly marks: string;
    readonly marksHint: string;
    readonly make: string;
    readonly making: string;
    readonly failed: string;
  };
  readonly shared: {
    readonly title: string;
    readonly until: (lastDay: string) => string;
    readonly forReceiver: (receiver: string, lastDay: string) => string;
    readonly link: string;
    readonly pin: string;
    readonly pinHint: string;
    readonly once: string;
    readonly qr: string;
    readonly copyLink: string;
    readonly copyPin: string;
    readonly linkCopied: string;
    readonly pinCopied: string;
    readonly copyFailed: string;
    readonly expires: (lastDay: string) => string;
    readonly done: string;
  };
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

/** The catalogue of `<diploma-list>` in one language. */
export interface ListCatalogue extends CatalogueLanguage {
  readonly diploma: DiplomaWords;
  readonly list: ListWords;
}
