/**
 * The elements as classes, with nothing defined: import `@diplomaregister/elements/diploma-verify`
 * or `…/diploma-list` to have the tag, or define a class under a tag of your own. The headless parts
 * hold all logic and can be used without the elements.
 */
export { type SpokenAccess, sayAccess } from './access-records/say-access.ts';
export {
  type ReportProblems,
  readReport,
  refusedFields,
} from './correction-requests/report-form.ts';
export {
  answerCoverage,
  type CoverageAnswer,
  type DiplomaKind,
} from './coverage/coverage-answer.ts';
export {
  compareHolder,
  type ExpectedHolder,
  type HolderComparison,
} from './diploma/compare-holder.ts';
export { Action, type ActionState } from './diploma-list/action.ts';
export { DiplomaList } from './diploma-list/diploma-list.ts';
export {
  DiplomaDownloadEvent,
  DiplomaReportEvent,
  DiplomaShareEvent,
} from './diploma-list/events.ts';
export {
  HolderRegister,
  type HolderSettings,
  type SignIn,
} from './diploma-list/holder-register.ts';
export { DiplomaVerify } from './diploma-verify/diploma-verify.ts';
export { DiplomaProblemEvent, DiplomaVerdictEvent } from './diploma-verify/events.ts';
export {
  HeadlessVerification as Verification,
  type HeadlessVerificationOptions as VerificationOptions,
} from './diploma-verify/headless-verification.ts';
export type { InputProblem } from './diploma-verify/input-problem.ts';
export {
  type InputKind,
  shownVerdict,
  type VerificationSettings,
  type VerificationState,
} from './diploma-verify/verification.ts';
export type { AccessWords } from './language/access-words.ts';
export type { CorrectionWords } from './language/correction-words.ts';
export type { CoverageWords } from './language/coverage-words.ts';
export type { DiplomaWords, MarkWord } from './language/diploma-words.ts';
export { listCatalogues } from './language/list-catalogues.ts';
export type { ListCatalogue, ListWords } from './language/list-words.ts';
export { panelCatalogues } from './language/panel-catalogues.ts';
export type { PanelCatalogue, PanelWords } from './language/panel-words.ts';
export {
  type BuiltInCatalogues,
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
