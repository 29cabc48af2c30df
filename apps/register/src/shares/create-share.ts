import { randomUUID } from 'node:crypto';
import type { NewShare, ShareRequest } from '@diplomaregister/contract';
import type { Acting } from '../access/caller.ts';
import { recordRepresentative } from '../access-records/representatives.ts';
import { findStandingDiplomas } from '../diplomas/standing-diplomas.ts';
import { holdHolders } from '../holders/hold-holders.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { Conclude } from '../store/store.ts';
import { findExpiryErrors } from './expiry.ts';
import { createPin, hashPin } from './pin.ts';
import { closeReceiver } from './receiver.ts';
import { createShareCode, hashShareCode } from './share-code.ts';

/**
 * Shares the holder's own diplomas. Code and PIN are told here and nowhere else. Gives what
 * `conclude` makes of it in the same transaction.
 *
 * @throws {Problem} `invalid-input` for a day that is no good, `not-found` for a diploma that is not
 *   there or not theirs, `diploma-withdrawn`, `unavailable` when the holder is being removed.
 */
export async function createShare<Result>(
  register: Register,
  caller: Acting,
  { diplomaIds, expiresOn, marks, receiver }: ShareRequest,
  conclude: Conclude<NewShare, Result>,
): Promise<Result> {
  const { holderId } = caller;
  const createdAt = register.now();
  const errors = findExpiryErrors(expiresOn, createdAt);
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
  await findStandingDiplomas(register, holderId, diplomaIds);
  const shareId = randomUUID();
  const code = createShareCode();
  const pin = createPin();
  const codeHash = hashShareCode(code);
  const hash = register.keys.hash.current();
  return register.database.transaction().execute(async (transaction) => {
    await holdHolders(transaction, [holderId]);
    await transaction
      .insertInto('shares')
      .values({
        holderId,
        shareId,
        pinHash: hashPin(hash, codeHash, pin),
        pinKeyId: hash.keyId,
        diplomaIds: [...diplomaIds],
        expiresOn,
        marks,
        ...closeReceiver(register, shareId, receiver),
        createdAt,
        revokedAt: null,
        lastOpenedAt: null,
      })
      .execute();
    await transaction.insertInto('shareCodes').values({ codeHash, holderId, shareId }).execute();
    await recordRepresentative(transaction, register, caller, 'share-made', diplomaIds);
    return conclude(transaction, {
      share: {
        id: shareId,
        diplomaIds: [...diplomaIds],
        expiresOn,
        marks,
        ...(receiver !== undefined && { receiver }),
        createdAt: createdAt.toISOString(),
        state: 'active',
        timesOpened: 0,
      },
      code,
      pin,
      link: `${register.configuration.checkUrl}#${code}`,
    });
  });
}
