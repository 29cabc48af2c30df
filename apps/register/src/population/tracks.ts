import type { Level, ProgrammeScheme, Sector } from '@diplomaregister/contract';

/** Where those who complete a track come from: earlier graduates of another one. */
export interface Origin {
  readonly track: TrackName;
  /** Years between the two diplomas. */
  readonly yearsLater: number;
  /** Which part of the track's graduates come this way. */
  readonly share: number;
}

/** A way through education that ends with a diploma. */
export interface Track {
  readonly name: TrackName;
  readonly sector: Sector;
  readonly level: Level;
  readonly scheme: ProgrammeScheme;
  /** From which year its diplomas are in the register. */
  readonly firstYear: number;
  /** The age at which most complete it. */
  readonly age: number;
  /** Diplomas a year in the country, rounded; where graduates are known by year, those count. */
  readonly yearly: number;
  /** Everybody else comes without an earlier diploma in the register. */
  readonly origins: readonly Origin[];
}

export type TrackName =
  | 'vmbo-bb'
  | 'vmbo-kb'
  | 'vmbo-gl'
  | 'vmbo-tl'
  | 'havo'
  | 'vwo'
  | 'mbo-1'
  | 'mbo-2'
  | 'mbo-3'
  | 'mbo-4'
  | 'associate-degree'
  | 'hbo-bachelor'
  | 'hbo-master'
  | 'wo-bachelor'
  | 'wo-master';

const vo = { sector: 'vo', scheme: 'elementcode', firstYear: 2006 } as const;
const mbo = { sector: 'mbo', scheme: 'crebo', firstYear: 2007 } as const;
const ho = { sector: 'ho', scheme: 'isat', firstYear: 1996 } as const;

/**
 * The tracks, each after those that it has graduates of. Shares, ages and yearly numbers are round
 * figures that make plausible careers, no statistics. No two ways from one track to another take
 * equally long, so that nobody gets the same diploma twice in a year.
 */
export const tracks: readonly Track[] = [
  { ...vo, name: 'vmbo-bb', level: 'vmbo-bb', age: 16, yearly: 17_000, origins: [] },
  { ...vo, name: 'vmbo-kb', level: 'vmbo-kb', age: 16, yearly: 26_000, origins: [] },
  { ...vo, name: 'vmbo-gl', level: 'vmbo-gl', age: 16, yearly: 6_500, origins: [] },
  { ...vo, name: 'vmbo-tl', level: 'vmbo-tl', age: 16, yearly: 44_000, origins: [] },
  {
    ...vo,
    name: 'havo',
    level: 'havo',
    age: 17,
    yearly: 46_000,
    origins: [
      { track: 'vmbo-tl', yearsLater: 2, share: 0.14 },
      { track: 'vmbo-gl', yearsLater: 2, share: 0.03 },
    ],
  },
  {
    ...vo,
    name: 'vwo',
    level: 'vwo',
    age: 18,
    yearly: 34_000,
    origins: [{ track: 'havo', yearsLater: 2, share: 0.05 }],
  },
  { ...mbo, name: 'mbo-1', level: 'mbo-1', age: 18, yearly: 10_000, origins: [] },
  {
    ...mbo,
    name: 'mbo-2',
    level: 'mbo-2',
    age: 19,
    yearly: 34_000,
    origins: [
      { track: 'vmbo-bb', yearsLater: 2, share: 0.35 },
      { track: 'mbo-1', yearsLater: 2, share: 0.12 },
    ],
  },
  {
    ...mbo,
    name: 'mbo-3',
    level: 'mbo-3',
    age: 20,
    yearly: 38_000,
    origins: [
      { track: 'vmbo-kb', yearsLater: 3, share: 0.3 },
      { track: 'mbo-2', yearsLater: 2, share: 0.25 },
    ],
  },
  {
    ...mbo,
    name: 'mbo-4',
    level: 'mbo-4',
    age: 21,
    yearly: 70_000,
    origins: [
      { track: 'vmbo-tl', yearsLater: 4, share: 0.35 },
      { track: 'vmbo-kb', yearsLater: 4, share: 0.12 },
      { track: 'vmbo-gl', yearsLater: 4, share: 0.06 },
      { track: 'mbo-3', yearsLater: 2, share: 0.15 },
      { track: 'havo', yearsLater: 3, share: 0.05 },
    ],
  },
  {
    ...ho,
    name: 'associate-degree',
    level: 'associate-degree',
    firstYear: 2007,
    age: 24,
    yearly: 4_000,
    origins: [{ track: 'mbo-4', yearsLater: 2, share: 0.6 }],
  },
  {
    ...ho,
    name: 'hbo-bachelor',
    level: 'bachelor',
    age: 23,
    yearly: 62_000,
    origins: [
      { track: 'havo', yearsLater: 5, share: 0.45 },
      { track: 'mbo-4', yearsLater: 4, share: 0.28 },
      { track: 'vwo', yearsLater: 6, share: 0.08 },
    ],
  },
  {
    ...ho,
    name: 'hbo-master',
    level: 'master',
    age: 32,
    yearly: 4_500,
    origins: [{ track: 'hbo-bachelor', yearsLater: 6, share: 0.85 }],
  },
  {
    ...ho,
    name: 'wo-bachelor',
    level: 'bachelor',
    age: 22,
    yearly: 33_000,
    origins: [{ track: 'vwo', yearsLater: 4, share: 0.7 }],
  },
  {
    ...ho,
    name: 'wo-master',
    level: 'master',
    age: 24,
    yearly: 40_000,
    origins: [
      { track: 'wo-bachelor', yearsLater: 2, share: 0.62 },
      { track: 'hbo-bachelor', yearsLater: 4, share: 0.1 },
    ],
  },
];
