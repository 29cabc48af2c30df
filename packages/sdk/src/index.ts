/** The typed client of the diploma register. `@diplomaregister/sdk/verify` checks files and shares. */
export type {
  AwardedDiploma,
  Check,
  CheckName,
  Delivery,
  DeliveryLine,
  Diploma,
  ExtractRequest,
  InputError,
  IssuedExtract,
  Language,
  NewShare,
  Outcome,
  Rejection,
  Share,
  ShareRequest,
  Statistics,
  TrustAnchors,
  Verdict,
  VerificationRequest,
} from '@diplomaregister/contract';
export type {
  Client,
  Deliveries,
  DeliveryCounts,
  DeliveryInput,
  DeliveryOptions,
  DeliveryReport,
  Diplomas,
  Extracts,
  SealedExtract,
  Shares,
} from './client.ts';
export { createClient } from './client.ts';
export type { AccessToken, ClientOptions } from './connection.ts';
export {
  ApiError,
  BadRequestError,
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
export type { List, ListOptions, Page } from './list.ts';
export type { CreateOptions, RequestOptions } from './request.ts';
