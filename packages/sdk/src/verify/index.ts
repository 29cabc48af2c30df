/** Checks a sealed extract or a share, and always comes to a verdict. */
export type {
  Check,
  CheckName,
  ContentVerdict,
  Outcome,
  Verdict,
  VerifiedDiploma,
  VerifiedSubject,
} from '@diplomaregister/contract';
export type {
  Anchors,
  Certificate,
  ExtractFile,
  ShareSecrets,
  VerifyInput,
  VerifyOptions,
} from './options.ts';
export type { Reason, ReasonEntry } from './reasons.ts';
export { reasons } from './reasons.ts';
export type { Verifier } from './verifier.ts';
export { createVerifier } from './verifier.ts';
export { verify } from './verify.ts';
export type { Verified, VerifyAllOptions } from './verify-all.ts';
export { verifyAll } from './verify-all.ts';
