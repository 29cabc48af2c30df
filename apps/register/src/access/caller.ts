import type { HolderId } from '../holders/holder-id.ts';

/** Who calls, as the access token proves. */
export type Caller =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'holder'; readonly holderId: HolderId }
  | { readonly kind: 'institution'; readonly institution: string };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the content of the request is looked at. */
    caller: Caller;
  }
}

interface Called {
  readonly caller: Caller;
}

/**
 * The holder who calls: the nil id for somebody of whom the register has nothing. Only for
 * operations that the contract opens to holders.
 */
export function holderOf({ caller }: Called): HolderId {
  if (caller.kind === 'holder') return caller.holderId;
  throw new Error('This operation is not one for holders.');
}

/** The code of the institution that calls. Only for operations that are open to institutions. */
export function institutionOf({ caller }: Called): string {
  if (caller.kind === 'institution') return caller.institution;
  throw new Error('This operation is not one for institutions.');
}
