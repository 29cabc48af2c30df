import type { HolderId } from '../holders/holder-id.ts';

/** A holder who calls, or somebody who acts for the holder. */
export interface HolderCaller {
  readonly kind: 'holder';
  /** The nil id for somebody of whom the register has nothing. */
  readonly holderId: HolderId;
  /** The name of whoever acts for the holder. */
  readonly representative?: string;
  /** Makes the holder known when the register has nothing of them. */
  enrol(): Promise<HolderId>;
}

/** For whom something is done, and who does it when that is somebody else. */
export type Acting = Pick<HolderCaller, 'holderId' | 'representative'>;

export interface InstitutionCaller {
  readonly kind: 'institution';
  /** The code of the institution. */
  readonly institution: string;
}

/** Who calls, as the access token proves. */
export type Caller = { readonly kind: 'anyone' } | HolderCaller | InstitutionCaller;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the content of the request is looked at. */
    caller: Caller;
  }
}

interface Called {
  readonly caller: Caller;
}

/** The holder who calls. Only for operations that the contract opens to holders alone. */
export function holderCallerOf({ caller }: Called): HolderCaller {
  if (caller.kind === 'holder') return caller;
  throw new Error('This operation is not one for holders.');
}

/** The id of the holder who calls; as {@link holderCallerOf}. */
export function holderOf(called: Called): HolderId {
  return holderCallerOf(called).holderId;
}

/** The code of the institution that calls. Only for operations that are open to institutions. */
export function institutionOf({ caller }: Called): string {
  if (caller.kind === 'institution') return caller.institution;
  throw new Error('This operation is not one for institutions.');
}
