/**
 * The contract as a suite: what a register, or a mock of one, must do. It needs no test runner;
 * `ajv` and `ajv-formats` must be installed beside it.
 */
export type { ContractCase } from './cases.ts';
export { contractCases } from './cases.ts';
export type { OperationId } from './check-response.ts';
export { checkResponse } from './check-response.ts';
export { operationIds } from './operation-ids.ts';
export type { Asker, Question, SuiteSubject } from './subject.ts';
export { createAsker } from './subject.ts';
