/**
 * The elements as classes, with nothing defined: import `@diplomaregister/elements/diploma-verify`
 * or `…/diploma-list` to have the tag, or define a class under a tag of your own. The headless parts
 * hold all logic and can be used without the elements.
 */
export { Action, type ActionState } from './diploma-list/action.ts';
export { DiplomaList } from './diploma-list/diploma-list.ts';
export { DiplomaDownloadEvent, DiplomaShareEvent } from './diploma-list/events.ts';
export { HolderRegister, type HolderSettings } from './diploma-list/holder-register.ts';
export { DiplomaVerify } from './diploma-verify/diploma-verify.ts';
export { DiplomaProblemEvent, DiplomaVerdictEvent } from './diploma-verify/events.ts';
export type { InputProblem } from './diploma-verify/input-problem.ts';
export {
  type InputKind,
  shownVerdict,
  Verification,
  type VerificationOptions,
  type VerificationSettings,
  type VerificationState,
} from './diploma-verify/verification.ts';
export type { DiplomaWords, MarkWord } from './language/diploma-words.ts';
export { listCatalogues } from './language/list-catalogues.ts';
export type { ListCatalogue, ListWords } from './language/list-words.ts';
export {
  type CatalogueLanguage,
  type Catalogues,
  type PluralForms,
  Speech,
} from './language/speech.ts';
export { verdictCatalogues } from './language/verdict-catalogues.ts';
export type {
  SealWords,
  VerdictCatalogue,
  VerdictText,
  VerdictWords,
} from './language/verdict-words.ts';
export { verifyCatalogues } from './language/verify-catalogues.ts';
export type { VerifyCatalogue, VerifyWords } from './language/verify-words.ts';
export { type NextStep, type SpokenVerdict, sayVerdict } from './verdict/say-verdict.ts';
export { type Tone, toneOf } from './verdict/tone.ts';
