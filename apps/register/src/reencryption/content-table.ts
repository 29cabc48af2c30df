import type { ContentPlace } from '../keys/content-cipher.ts';
import type { Keys } from '../keys/keys.ts';
import { bytesOf, textOf } from './columns.ts';
import type { KeyColumn, KeyedTable, Row } from './keyed-table.ts';

interface ContentTableOptions<Key> {
  readonly name: string;
  readonly primaryKey: KeyedTable['primaryKey'];
  /** The column with encrypted content, whose key is named in `content_key_id`. */
  readonly content: string;
  readonly placeOf: (key: Key) => ContentPlace;
  readonly lasting?: KeyColumn;
}

/** A table with one column of encrypted content. `Key` is what its place is made of. */
export function contentTable<Key extends object>({
  content,
  lasting,
  name,
  placeOf,
  primaryKey,
}: ContentTableOptions<Key>): KeyedTable {
  return {
    name,
    primaryKey,
    keyColumns: [
      { name: 'content_key_id', kind: 'content', isRenewable: true },
      ...(lasting ? [lasting] : []),
    ],
    renewed: [content, 'content_key_id'],
    async renew(_queries, { content: cipher }: Keys, rows) {
      return rows.map((row: Row) => {
        // The row is one of this table, so it has the columns that its key is made of.
        const place = placeOf(row as Key);
        const encrypted = {
          content: bytesOf(row, content),
          contentKeyId: textOf(row, 'content_key_id'),
        };
        const renewed = cipher.encrypt(cipher.decrypt(encrypted, place), place);
        return { [content]: renewed.content, content_key_id: renewed.contentKeyId };
      });
    },
  };
}
