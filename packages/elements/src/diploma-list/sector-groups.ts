import type { Diploma, Sector } from '@diplomaregister/contract';
import { awardKey } from '../diploma/award.ts';

/** The diplomas of one sector, newest first. */
export interface SectorGroup {
  readonly sector: Sector;
  readonly diplomas: readonly Diploma[];
}

const sectors: readonly Sector[] = ['ho', 'mbo', 'vo'];

/**
 * Orders diplomas by sector, and within it by the time of the award, newest first. Sectors that only a
 * later contract has come last.
 */
export function groupBySector(diplomas: readonly Diploma[]): readonly SectorGroup[] {
  return [...new Set([...sectors, ...diplomas.map(({ sector }) => sector)])]
    .map((sector) => ({
      sector,
      diplomas: diplomas
        .filter((diploma) => diploma.sector === sector)
        .toSorted((one, other) => awardKey(other).localeCompare(awardKey(one))),
    }))
    .filter((group) => group.diplomas.length > 0);
}
