import type { Level, QualificationLevel } from '@diplomaregister/contract';

/**
 * The level of each kind of programme in the Dutch and the European qualifications framework
 * (https://www.nlqf.nl; pre-university education lies between 4 and 5 and is called 4+).
 */
export const qualificationLevels: Readonly<Record<Level, QualificationLevel>> = {
  practical: { nlqf: '1', eqf: '1' },
  'vmbo-bb': { nlqf: '1', eqf: '1' },
  'vmbo-kb': { nlqf: '2', eqf: '2' },
  'vmbo-gl': { nlqf: '2', eqf: '2' },
  'vmbo-tl': { nlqf: '2', eqf: '2' },
  havo: { nlqf: '4', eqf: '4' },
  vwo: { nlqf: '4+', eqf: '4' },
  'mbo-1': { nlqf: '1', eqf: '1' },
  'mbo-2': { nlqf: '2', eqf: '2' },
  'mbo-3': { nlqf: '3', eqf: '3' },
  'mbo-4': { nlqf: '4', eqf: '4' },
  'associate-degree': { nlqf: '5', eqf: '5' },
  bachelor: { nlqf: '6', eqf: '6' },
  master: { nlqf: '7', eqf: '7' },
};
