import type { CorrectionRequest } from '../index.ts';
import { exampleDiplomas } from './diplomas.ts';
import { exampleInstitutions } from './institutions.ts';

/** Correction requests as their holder sees them, newest first. */
export const exampleCorrectionRequests = {
  missing: {
    id: 'f1a2b3c4-d5e6-4f70-8192-c3d4e5f6a701',
    reason: 'missing',
    institution: exampleInstitutions.rijnstreek,
    text: 'Ik haalde in 2009 mijn diploma Verzorgende. Het staat er niet in.',
    status: 'in-progress',
    createdAt: '2026-11-02T20:14:09Z',
    changedAt: '2026-11-04T09:00:31Z',
  },
  wrong: {
    id: 'f1a2b3c4-d5e6-4f70-8192-c3d4e5f6a702',
    reason: 'wrong',
    diplomaId: exampleDiplomas.bachelor.id,
    institution: exampleInstitutions.waterkant,
    text: 'Mijn tweede voornaam ontbreekt.',
    status: 'done',
    answer: 'Wij hebben uw naam verbeterd. Download een nieuw uittreksel.',
    createdAt: '2026-03-16T11:48:52Z',
    changedAt: '2026-03-19T14:22:05Z',
  },
} as const satisfies Record<string, CorrectionRequest>;
