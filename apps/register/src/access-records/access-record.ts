import { randomUUID } from 'node:crypto';
import type { AccessRecord } from '@diplomaregister/contract';
import { type HolderId, nobody } from '../holders/holder-id.ts';
import type { EncryptedContent } from '../keys/content-cipher.ts';
import type { Register } from '../register.ts';
import type { AccessRecordRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';

type DistributiveOmit<Union, Names extends PropertyKey> = Union extends unknown
  ? Omit<Union, Names>
  : never;

/** What somebody did with a holder's diplomas. */
export type Access = DistributiveOmit<AccessRecord, 'id' | 'accessedAt'>;

/**
 * Records a look at a holder's diplomas, in the transaction of the look itself. Of somebody of whom
 * the register has nothing, there is nothing to see and to record.
 */
export async function recordAccess(
  queries: Queries,
  { keys, now }: Pick<Register, 'keys' | 'now'>,
  holderId: HolderId,
  access: Access,
): Promise<void> {
  if (holderId === nobody) return;
  const recordId = randomUUID();
  const content = keys.content.encrypt(JSON.stringify(access), accessRecordPlace(recordId));
  await queries
    .insertInto('accessRecords')
    .values({ holderId, accessedAt: now(), recordId, way: access.way, ...content })
    .execute();
}

/** Reads an access record back. */
export function openAccessRecord(
  { keys }: Pick<Register, 'keys'>,
  row: Pick<AccessRecordRow, 'accessedAt' | 'recordId'> & EncryptedContent,
): AccessRecord {
  const access = JSON.parse(keys.content.decrypt(row, accessRecordPlace(row.recordId))) as Access;
  return { id: row.recordId, accessedAt: row.accessedAt.toISOString(), ...access };
}

/** Where an access record is encrypted for. */
export function accessRecordPlace(recordId: string) {
  return { table: 'access_records', row: recordId };
}
