import type { AccessRecord } from '../index.ts';
import { exampleDiplomas } from './diplomas.ts';
import { exampleInstitutions } from './institutions.ts';
import { exampleShares } from './shares.ts';

const { bachelor, master, vwo } = exampleDiplomas;
const { active, revoked } = exampleShares;

/** Who looked, by each of the ways, newest first. */
export const exampleAccessRecords: readonly AccessRecord[] = [
  {
    id: 'e1f2a3b4-c5d6-4e7f-8091-b2c3d4e5f601',
    accessedAt: '2026-11-09T13:40:22Z',
    way: 'share-opened',
    shareId: active.id,
    receiver: active.receiver,
    diplomaIds: active.diplomaIds,
  },
  {
    id: 'e1f2a3b4-c5d6-4e7f-8091-b2c3d4e5f602',
    accessedAt: '2026-10-02T08:15:00Z',
    way: 'institution-lookup',
    institution: exampleInstitutions.oosterhaven,
    diplomaIds: [bachelor.id, vwo.id],
  },
  {
    id: 'e1f2a3b4-c5d6-4e7f-8091-b2c3d4e5f603',
    accessedAt: '2026-08-21T19:05:41Z',
    way: 'representative',
    representative: 'Sem van der Zande',
    action: 'extract-issued',
    diplomaIds: [master.id],
  },
  {
    id: 'e1f2a3b4-c5d6-4e7f-8091-b2c3d4e5f604',
    accessedAt: '2026-05-12T07:02:10Z',
    way: 'share-opened',
    shareId: revoked.id,
    diplomaIds: revoked.diplomaIds,
  },
];
