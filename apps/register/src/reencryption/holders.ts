import type { HolderId } from '../holders/holder-id.ts';
import { holderPlace } from '../holders/holders.ts';
import { bytesOf, textOf } from './columns.ts';
import type { KeyedTable } from './keyed-table.ts';

/** Holders: the BSN is encrypted and hashed anew. Those without a BSN have nothing under a key. */
export const holders: KeyedTable = {
  name: 'holders',
  primaryKey: ['id'],
  keyColumns: [
    { name: 'content_key_id', kind: 'content', isRenewable: true },
    { name: 'hash_key_id', kind: 'hash', isRenewable: true },
  ],
  renewed: ['bsn_hash', 'hash_key_id', 'bsn_content', 'content_key_id'],
  async renew(_queries, { content, hash }, rows) {
    const current = hash.current();
    return rows.map((row) => {
      const place = holderPlace(textOf(row, 'id') as HolderId);
      const encrypted = {
        content: bytesOf(row, 'bsn_content'),
        contentKeyId: textOf(row, 'content_key_id'),
      };
      const bsn = content.decrypt(encrypted, place);
      const renewed = content.encrypt(bsn, place);
      return {
        bsn_hash: current.digest('bsn', bsn),
        hash_key_id: current.keyId,
        bsn_content: renewed.content,
        content_key_id: renewed.contentKeyId,
      };
    });
  },
};
