import type { NewShare, Share } from '../index.ts';
import { exampleDiplomas } from './diplomas.ts';

const { bachelor, master, vwo } = exampleDiplomas;

/** Shares in each of their states. */
export const exampleShares = {
  active: {
    id: 'd1e2f3a4-b5c6-4d7e-8f90-a1b2c3d4e501',
    diplomaIds: [master.id, bachelor.id],
    expiresOn: '2027-01-31',
    marks: false,
    receiver: 'Ziekenhuis De Linde',
    createdAt: '2026-11-01T10:15:00Z',
    state: 'active',
    timesOpened: 2,
    lastOpenedAt: '2026-11-09T13:40:22Z',
  },
  expired: {
    id: 'd1e2f3a4-b5c6-4d7e-8f90-a1b2c3d4e502',
    diplomaIds: [vwo.id],
    expiresOn: '2026-08-31',
    marks: true,
    createdAt: '2026-06-20T08:00:00Z',
    state: 'expired',
    timesOpened: 0,
  },
  revoked: {
    id: 'd1e2f3a4-b5c6-4d7e-8f90-a1b2c3d4e503',
    diplomaIds: [vwo.id],
    expiresOn: '2027-03-01',
    marks: true,
    createdAt: '2026-05-11T19:31:44Z',
    state: 'revoked',
    timesOpened: 1,
    lastOpenedAt: '2026-05-12T07:02:10Z',
  },
  locked: {
    id: 'd1e2f3a4-b5c6-4d7e-8f90-a1b2c3d4e504',
    diplomaIds: [bachelor.id],
    expiresOn: '2027-02-15',
    marks: false,
    receiver: 'Uitzendbureau Vooruit',
    createdAt: '2026-04-02T11:20:05Z',
    state: 'locked',
    timesOpened: 0,
  },
} as const satisfies Record<string, Share>;

/** A share with its secrets, as its holder gets it once. */
export const exampleNewShare: NewShare = {
  share: {
    id: exampleShares.active.id,
    diplomaIds: exampleShares.active.diplomaIds,
    expiresOn: exampleShares.active.expiresOn,
    marks: exampleShares.active.marks,
    receiver: exampleShares.active.receiver,
    createdAt: exampleShares.active.createdAt,
    state: 'active',
    timesOpened: 0,
  },
  code: '4VQ7-M2KD-9X0B-HR5T-PW8E',
  pin: '402817',
  link: 'https://portal.example/check#4VQ7-M2KD-9X0B-HR5T-PW8E',
};
