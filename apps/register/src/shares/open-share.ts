import type { Selectable, Transaction } from 'kysely';
import { recordAccess } from '../access-records/access-record.ts';
import type { HolderId } from '../holders/holder-id.ts';
import type { Register } from '../register.ts';
import type { Schema, ShareCodeRow, ShareRow } from '../store/schema.ts';
import { hashPin, isSamePin } from './pin.ts';
import { openReceiver } from './receiver.ts';
import { hashShareCode } from './share-code.ts';
import { shareState, wrongPinsAllowed } from './share-state.ts';

/** What a share gives to see. */
export interface OpenedShare {
  readonly holderId: HolderId;
  readonly diplomaIds: readonly string[];
  readonly expiresOn: string;
  readonly marks: boolean;
  readonly receiver?: string;
}

/** What became of an attempt to open a share. */
export type Opening =
  | { readonly outcome: 'opened'; readonly share: OpenedShare }
  | {
      readonly outcome:
        | 'share-unknown'
        | 'pin-wrong'
        | 'share-locked'
        | 'share-expired'
        | 'share-revoked';
    };

type Opener = Pick<Register, 'database' | 'keys' | 'now'>;

/**
 * Tries a code with a PIN. The attempt is counted as a wrong one before the PIN is compared, while
 * others who try the same share wait. Whether the share has expired or was withdrawn is told only
 * to who has the right PIN.
 */
export async function openShare(register: Opener, code: string, pin: string): Promise<Opening> {
  const codeHash = hashShareCode(code);
  const place = await register.database
    .selectFrom('shareCodes')
    .selectAll()
    .where('codeHash', '=', codeHash)
    .executeTakeFirst();
  if (place === undefined) return { outcome: 'share-unknown' };
  return register.database
    .transaction()
    .execute((transaction) => tryPin(register, transaction, place, pin));
}

async function tryPin(
  register: Opener,
  transaction: Transaction<Schema>,
  place: ShareCodeRow,
  pin: string,
): Promise<Opening> {
  const share = await countAttempt(transaction, place);
  if (share === undefined) return { outcome: 'share-locked' };
  const isRight = register.keys.hash
    .all()
    .some((hash) => isSamePin(hashPin(hash, place.codeHash, pin), share.pinHash));
  if (!isRight) {
    return { outcome: share.wrongPins < wrongPinsAllowed ? 'pin-wrong' : 'share-locked' };
  }
  const wrongPins = share.wrongPins - 1;
  const now = register.now();
  const state = shareState({ ...share, wrongPins }, now);
  switch (state) {
    case 'locked':
      throw new Error('A locked share counts no more attempts.');
    case 'expired':
    case 'revoked':
      await update(transaction, place).set({ wrongPins }).execute();
      return { outcome: `share-${state}` };
    case 'active':
      await update(transaction, place)
        .set({ wrongPins, timesOpened: share.timesOpened + 1, lastOpenedAt: now })
        .execute();
      return { outcome: 'opened', share: await recordOpening(register, transaction, share) };
  }
}

/** Tells the holder in the access records that the share was opened, and which diplomas it showed. */
async function recordOpening(
  register: Opener,
  transaction: Transaction<Schema>,
  share: Selectable<ShareRow>,
): Promise<OpenedShare> {
  const receiver = openReceiver(register, share);
  const { holderId, shareId } = share;
  const standing = await transaction
    .selectFrom('diplomaVersions')
    .select('diplomaId')
    .where('holderId', '=', holderId)
    .where('diplomaId', 'in', share.diplomaIds)
    .where('isCurrent', '=', true)
    .where('standing', '=', 'valid')
    .execute();
  const shown = new Set(standing.map(({ diplomaId }) => diplomaId));
  const diplomaIds = share.diplomaIds.filter((id) => shown.has(id));
  const access = { way: 'share-opened', shareId, diplomaIds, ...receiver } as const;
  await recordAccess(transaction, register, holderId, access);
  return { ...share, ...receiver };
}

/** Counts one more wrong PIN; undefined when the share is locked. The row is this attempt's now. */
async function countAttempt(
  transaction: Transaction<Schema>,
  place: ShareCodeRow,
): Promise<Selectable<ShareRow> | undefined> {
  return update(transaction, place)
    .set(({ eb }) => ({ wrongPins: eb('wrongPins', '+', 1) }))
    .where('wrongPins', '<', wrongPinsAllowed)
    .returningAll()
    .executeTakeFirst();
}

function update(transaction: Transaction<Schema>, { holderId, shareId }: ShareCodeRow) {
  return transaction
    .updateTable('shares')
    .where('holderId', '=', holderId)
    .where('shareId', '=', shareId);
}
