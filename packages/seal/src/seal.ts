export type { KeyErrorCode } from './keys/key-error.ts';
export { KeyError } from './keys/key-error.ts';
export type { KeyFileSignerOptions } from './keys/key-file-signer.ts';
export { keyFileSigner } from './keys/key-file-signer.ts';
export type { KeySignerOptions } from './keys/key-signer.ts';
export { keySigner } from './keys/key-signer.ts';
export type {
  Preparation,
  PreparedDocument,
  PrepareOptions,
  SealErrorCode,
  Sealer,
  SealOptions,
} from './seal-document.ts';
export {
  createSealer,
  insertSignature,
  prepareDocument,
  SealError,
  seal,
} from './seal-document.ts';
export type { SignatureAlgorithm, Signer } from './signer.ts';
export type { SignStatusListOptions } from './status-list/sign-status-list.ts';
export { signStatusList } from './status-list/sign-status-list.ts';
export type { StatusName } from './status-list/statuses.ts';
export { createStatusList, setStatus } from './status-list/statuses.ts';
export type {
  HttpTimestampAuthorityOptions,
  TimestampErrorCode,
} from './timestamp/http-timestamp-authority.ts';
export {
  createHttpTimestampAuthority,
  TimestampError,
} from './timestamp/http-timestamp-authority.ts';
export type { TimestampAuthority } from './timestamp/timestamp-authority.ts';
