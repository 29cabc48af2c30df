import type { Share } from '@diplomaregister/contract';
import type { ShareRow } from '../store/schema.ts';
import { hasExpired } from './expiry.ts';

/** So many wrong PINs lock a share. */
export const wrongPinsAllowed = 10;

/** Whether a share opens, and if not, why. What its holder did goes before what happened to it. */
export function shareState(
  {
    expiresOn,
    revokedAt,
    wrongPins,
  }: Pick<ShareRow, 'expiresOn' | 'revokedAt'> & {
    readonly wrongPins: number;
  },
  now: Date,
): Share['state'] {
  if (revokedAt !== null) return 'revoked';
  if (hasExpired(expiresOn, now)) return 'expired';
  return wrongPins >= wrongPinsAllowed ? 'locked' : 'active';
}
