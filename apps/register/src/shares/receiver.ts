import type { Register } from '../register.ts';
import type { ShareRow } from '../store/schema.ts';

type Content = Pick<ShareRow, 'receiverContent' | 'contentKeyId'>;
type Keyed = Pick<Register, 'keys'>;

/** Encrypts for whom a share is, for its row and no other. */
export function closeReceiver(
  { keys }: Keyed,
  shareId: string,
  receiver: string | undefined,
): Content {
  if (receiver === undefined) return { receiverContent: null, contentKeyId: null };
  const { content, contentKeyId } = keys.content.encrypt(receiver, receiverPlace(shareId));
  return { receiverContent: content, contentKeyId };
}

/** Reads for whom a share is; nothing when its holder did not say. */
export function openReceiver(
  { keys }: Keyed,
  { contentKeyId, receiverContent, shareId }: Content & Pick<ShareRow, 'shareId'>,
): { readonly receiver?: string } {
  if (receiverContent === null || contentKeyId === null) return {};
  const encrypted = { content: receiverContent, contentKeyId };
  return { receiver: keys.content.decrypt(encrypted, receiverPlace(shareId)) };
}

/** Where a receiver is kept encrypted. */
export function receiverPlace(shareId: string) {
  return { table: 'shares', row: shareId };
}
