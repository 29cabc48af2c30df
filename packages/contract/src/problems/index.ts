/**
 * What a register, or a mock of one, says when it refuses: every problem by its code, and what is wrong
 * with each part of the input.
 */
export { passesElevenTest } from './bsn.ts';
export type { LineContext, LineInstitution, LineProgramme, LineReference } from './check-line.ts';
export { checkRegisterLine, checkWithdrawLine } from './check-line.ts';
export { formErrorCodes, limitErrors, toInputErrors } from './input-errors.ts';
export type { LineErrorCode } from './line-errors.ts';
export { lineError, lineErrors } from './line-errors.ts';
export type { ProblemCode } from './problems.ts';
export { problems } from './problems.ts';
