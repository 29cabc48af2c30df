import type { Statistics } from '../index.ts';

/** The counts of a register with ten million diplomas. */
export const exampleStatistics: Statistics = {
  countedAt: '2026-11-16T05:00:00Z',
  diplomas: {
    total: 10_000_000,
    bySectorAndYear: [
      { sector: 'vo', year: 2024, count: 3_912_406 },
      { sector: 'vo', year: 2025, count: 181_730 },
      { sector: 'mbo', year: 2024, count: 2_731_055 },
      { sector: 'mbo', year: 2025, count: 163_418 },
      { sector: 'ho', year: 2024, count: 2_846_902 },
      { sector: 'ho', year: 2025, count: 164_489 },
    ],
  },
  extracts: { pastTwelveMonths: 448_213 },
};
