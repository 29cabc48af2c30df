/** The typed client of the diploma register. `@diplomaregister/sdk/verify` checks files and shares. */
export type {
  AccessRecord,
  AdmissionDiploma,
  AwardedDiploma,
  Check,
  CheckName,
  CorrectionProgress,
  CorrectionRequest,
  CorrectionStatus,
  Coverage,
  Delivery,
  DeliveryLine,
  Diploma,
  DiplomaLookup,
  DiplomaLookupRequest,
  ExtractRequest,
  ExtractStanding,
  ExtractVerificationRequest,
  InputError,
  IssuedExtract,
  Language,
  ListedInstitution,
  ListedProgramme,
  NewCorrectionRequest,
  NewShare,
  Outcome,
  ReceivedCorrectionRequest,
  Rejection,
  Share,
  ShareRequest,
  ShareVerificationRequest,
  Statistics,
  TrustAnchors,
  Verdict,
  VerificationRequest,
} from '@diplomaregister/contract';
export type { AccessRecords } from './access-records.ts';
export { accessRecords } from './access-records.ts';
export type { Client } from './client.ts';
export { createClient } from './client.ts';
export type { AccessToken, ClientOptions, Connection } from './connection.ts';
// The parts of a client, for a bundle that needs only some of them: `shares(connect({ url }))`.
export { connect } from './connection.ts';
export type { CorrectionListOptions, CorrectionRequests } from './correction-requests.ts';
export { correctionRequests } from './correction-requests.ts';
export type { Deliveries, DeliveryOptions } from './deliveries/deliveries.ts';
export { deliveries } from './deliveries/deliveries.ts';
export type { DeliveryInput } from './deliveries/read-lines.ts';
export type { DeliveryCounts, DeliveryReport } from './deliveries/report.ts';
export type { DiplomaLookups } from './diploma-lookups.ts';
export { diplomaLookups } from './diploma-lookups.ts';
export type { Diplomas } from './diplomas.ts';
export { diplomas } from './diplomas.ts';
export type { BrokenInputCode, UnexpectedAnswerCode } from './errors.ts';
export {
  ApiError,
  BadRequestError,
  BrokenInputError,
  ConflictError,
  ConnectionError,
  DeliveryInterruptedError,
  ForbiddenError,
  NotFoundError,
  RegisterError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnavailableError,
  UnexpectedAnswerError,
} from './errors.ts';
export type { Extracts, SealedExtract } from './extracts.ts';
export { extracts } from './extracts.ts';
export type { List, ListOptions, Page } from './list.ts';
export type { RevocationLists, StatusLists } from './public-lists.ts';
export { revocationLists, statusLists } from './public-lists.ts';
export type { CoveredKinds, Institutions, Programmes, SearchOptions } from './reference.ts';
export { coverage, institutions, programmes } from './reference.ts';
export type { CreateOptions, RequestOptions } from './request.ts';
export { newIdempotencyKey } from './request.ts';
export type { Shares } from './shares.ts';
export { shares } from './shares.ts';
export type { Verifications } from './verifications.ts';
export { verifications } from './verifications.ts';
