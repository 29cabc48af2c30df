import type { Language } from '@diplomaregister/contract';
import type { AccessWords } from './access-words.ts';
import type { CorrectionWords } from './correction-words.ts';
import type { CoverageWords } from './coverage-words.ts';
import type { ListCatalogue } from './list-words.ts';

/** What the panels of `<diploma-list>` say: it loads with the first one that is opened. */
export interface PanelWords {
  readonly access: AccessWords;
  readonly corrections: CorrectionWords;
  readonly coverage: CoverageWords;
  /** The token that the host page gave does not allow this. */
  readonly notAllowed: string;
  readonly choose: {
    readonly legend: string;
    readonly more: string;
    readonly none: string;
  };
  readonly extract: {
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
}

/** The words of `<diploma-list>` and its panels, in one language. */
export interface PanelCatalogue extends ListCatalogue {
  readonly panel: PanelWords;
}
