import { accessRecordPlace } from '../access-records/access-record.ts';
import { correctionPlace } from '../correction-requests/correction-content.ts';
import { rejectionPlace } from '../deliveries/rejections.ts';
import { receiverPlace } from '../shares/receiver.ts';
import { contentTable } from './content-table.ts';
import { diplomaVersions } from './diploma-versions.ts';
import { holders } from './holders.ts';
import type { KeyedTable } from './keyed-table.ts';

const deliveryRejections = contentTable<{ deliveryId: string; line: number }>({
  name: 'delivery_rejections',
  primaryKey: ['delivery_id', 'line'],
  content: 'content',
  placeOf: ({ deliveryId, line }) => rejectionPlace(deliveryId, line),
});

const shares = contentTable<{ shareId: string }>({
  name: 'shares',
  primaryKey: ['holder_id', 'share_id'],
  content: 'receiver_content',
  placeOf: ({ shareId }) => receiverPlace(shareId),
  // Nobody can make the hash of a PIN anew without the PIN.
  lasting: { name: 'pin_key_id', kind: 'hash', isRenewable: false, isOldWhenNull: true },
});

const accessRecords = contentTable<{ recordId: string }>({
  name: 'access_records',
  primaryKey: ['holder_id', 'accessed_at', 'record_id'],
  content: 'content',
  placeOf: ({ recordId }) => accessRecordPlace(recordId),
});

const correctionRequests = contentTable<{ requestId: string }>({
  name: 'correction_requests',
  primaryKey: ['holder_id', 'request_id'],
  content: 'content',
  placeOf: ({ requestId }) => correctionPlace(requestId),
});

/** Every table with data under keys that last. A test holds the list against the database. */
export const keyedTables: readonly KeyedTable[] = [
  holders,
  diplomaVersions,
  deliveryRejections,
  shares,
  accessRecords,
  correctionRequests,
];

/** Tables whose rows are gone within minutes, so that no key outlives its data there. */
export const shortLivedTables: readonly string[] = ['idempotent_responses'];
