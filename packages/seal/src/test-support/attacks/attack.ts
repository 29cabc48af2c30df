import type { SealReason } from '../../reasons.ts';
import type { VerifySealOptions } from '../../verify.ts';
import type { TestRegister } from '../register.ts';

/** A genuine extract, and the register that sealed it. */
export interface Genuine {
  readonly register: TestRegister;
  readonly composed: Uint8Array;
  readonly sealed: Uint8Array;
}

/** A forged file, and what the verifier is given with it where that differs. */
export interface Forgery {
  readonly file: Uint8Array;
  readonly options?: Partial<VerifySealOptions>;
}

/** One way to make a file that wants to be taken for an extract. */
export interface Attack {
  /** As the literature calls it. */
  readonly family: string;
  readonly name: string;
  /** Why it is found out; the outcome follows from that. */
  readonly reason: SealReason;
  build(genuine: Genuine): Forgery | Promise<Forgery>;
}
