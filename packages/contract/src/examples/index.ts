/**
 * Example records: fictional persons and institutions, real kinds, programmes and subjects. They
 * feed the mocks, the stories and the tests.
 */
export { exampleAccessRecords } from './access-records.ts';
export { exampleCorrectionRequests } from './correction-requests.ts';
export { exampleCoverage } from './coverage.ts';
export { exampleDeliveryLines } from './deliveries.ts';
export type { ExampleDiplomaName } from './diplomas.ts';
export { exampleDiplomas } from './diplomas.ts';
export type { ExampleExtractName } from './extracts.ts';
export { exampleExtracts, exampleRegisterUrl, exampleStatusIndexes } from './extracts.ts';
export { exampleInstitutions, exampleListedInstitutions } from './institutions.ts';
export { exampleMarks } from './marks.ts';
export { examplePersons } from './persons.ts';
export { exampleProgrammes } from './programmes.ts';
export { exampleNewShare, exampleShares } from './shares.ts';
export { exampleStatistics } from './statistics.ts';
