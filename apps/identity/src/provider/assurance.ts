/** Levels of assurance as eIDAS names them (Implementing Regulation 2015/1502). */
export const assuranceLevels = {
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  low: 'http://eidas.europa.eu/LoA/low',
} as const;

export type AssuranceLevel = keyof typeof assuranceLevels;
