import type { Level, ProgrammeScheme, Sector } from '@diplomaregister/contract';

export interface ReferenceInstitution {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly sectors: readonly Sector[];
  /** The first day, `YYYY-MM-DD`; always open before when absent. */
  readonly opened?: string;
  /** The day from which it is no more. */
  readonly closed?: string;
}

export interface ReferenceProgramme {
  readonly scheme: ProgrammeScheme;
  readonly code: string;
  readonly name: string;
  /** The same as `name` where that is English. */
  readonly englishName?: string;
  readonly sector: Sector;
  readonly level: Level;
}

export interface ReferenceSubject {
  readonly code: string;
  readonly name: string;
  /** The same as `name` where that is English. */
  readonly englishName?: string;
}

/** What institutions may deliver about: institutions, programmes and subjects. */
export interface ReferenceSet {
  readonly institutions: readonly ReferenceInstitution[];
  readonly programmes: readonly ReferenceProgramme[];
  readonly subjects: readonly ReferenceSubject[];
}
