import type { AwardedDiploma } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { deliveredDiploma } from '../deliveries/delivered-diploma.ts';
import { digestLine, isDigestOf } from '../deliveries/line-digest.ts';
import { diplomaContentPlace } from '../diplomas/diploma-content.ts';
import type { HolderId } from '../holders/holder-id.ts';
import { holderPlace } from '../holders/holders.ts';
import type { Keys } from '../keys/keys.ts';
import type { HolderRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { bytesOf, textOf } from './columns.ts';
import type { KeyedTable, Row } from './keyed-table.ts';

/**
 * Versions of diplomas: content is encrypted anew, and the digest of the line is made anew from the
 * content and the BSN. The digest of before tells whether that is the line that was delivered.
 */
export const diplomaVersions: KeyedTable = {
  name: 'diploma_versions',
  primaryKey: ['holder_id', 'diploma_id', 'version'],
  keyColumns: [
    { name: 'content_key_id', kind: 'content', isRenewable: true },
    { name: 'digest_key_id', kind: 'hash', isRenewable: true, isOldWhenNull: true },
  ],
  renewed: ['content', 'content_key_id', 'digest', 'digest_key_id'],
  async renew(queries, keys, rows) {
    const bsns = await findBsns(queries, keys, rows);
    return rows.map((row) => renewVersion(keys, row, bsns.get(textOf(row, 'holder_id'))));
  },
};

function renewVersion({ content: cipher, hash }: Keys, row: Row, bsn: string | undefined) {
  const place = diplomaContentPlace({
    diplomaId: textOf(row, 'diploma_id'),
    version: Number(row['version']),
  });
  const encrypted = {
    content: bytesOf(row, 'content'),
    contentKeyId: textOf(row, 'content_key_id'),
  };
  const plaintext = cipher.decrypt(encrypted, place);
  const line = deliveredDiploma(JSON.parse(plaintext) as AwardedDiploma, bsn);
  if (!isDigestOf(bytesOf(row, 'digest'), hash, line)) return undefined;
  const { digest, digestKeyId } = digestLine(hash, line);
  const { content, contentKeyId } = cipher.encrypt(plaintext, place);
  return { content, content_key_id: contentKeyId, digest, digest_key_id: digestKeyId };
}

/** The BSNs of the holders of these rows, where they have one. */
async function findBsns(
  queries: Queries,
  { content: cipher }: Keys,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const ids = JSON.stringify([...new Set(rows.map((row) => textOf(row, 'holder_id')))]);
  const found = await sql<Pick<HolderRow, 'id' | 'bsnContent' | 'contentKeyId'>>`
    select id, bsn_content, content_key_id from holders
    where id in (select jsonb_array_elements_text(${ids}::text::jsonb)::uuid)
  `.execute(queries);
  return new Map(
    found.rows.flatMap(({ bsnContent, contentKeyId, id }) => {
      if (bsnContent === null || contentKeyId === null) return [];
      const encrypted = { content: bsnContent, contentKeyId };
      return [[id, cipher.decrypt(encrypted, holderPlace(id as HolderId))] as const];
    }),
  );
}
