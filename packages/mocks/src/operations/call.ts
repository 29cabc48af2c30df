import type { Contract, Role } from '../contract.ts';
import type { MockState } from '../state.ts';
import type { Trust } from '../trust.ts';

/** What an operation of a mock register works with. */
export interface Call {
  readonly request: Request;
  /** Whose token came along; the holder's where none is needed. */
  readonly as: Role;
  /** The register's address. */
  readonly url: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** The body: JSON that was checked against the contract, or text. */
  readonly body: unknown;
  readonly contract: Contract;
  readonly state: MockState;
  readonly trust: Trust;
  now(): Date;
}

/** Does what one operation of the contract promises. */
export type Respond = (call: Call) => Response | Promise<Response>;
