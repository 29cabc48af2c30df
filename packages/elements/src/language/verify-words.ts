import type { InputProblem } from '../diploma-verify/input-problem.ts';
import type { CatalogueLanguage } from './speech.ts';

/** What `<diploma-verify>` says before there is a verdict. */
export interface VerifyWords {
  readonly title: string;
  readonly intro: string;
  readonly file: {
    readonly drop: string;
    readonly release: string;
    readonly choose: string;
    readonly hint: string;
    readonly stays: string;
  };
  /** Said where the element stands in a form of the host page. */
  readonly form: {
    readonly goesAlong: string;
    readonly required: string;
    readonly notGenuine: string;
  };
  readonly or: string;
  readonly share: {
    readonly title: string;
    readonly code: string;
    readonly codeHint: string;
    readonly pin: string;
    readonly pinHint: string;
    readonly check: string;
  };
  readonly checking: { readonly file: string; readonly share: string };
  readonly problems: Readonly<Record<InputProblem, string>>;
  /** The code that checks could not be loaded. */
  readonly unavailable: string;
  readonly print: string;
}

/** The words before a verdict, in one language. */
export interface VerifyCatalogue extends CatalogueLanguage {
  readonly verify: VerifyWords;
}
