import type { Level, Sector } from '@diplomaregister/contract';

/** A mark that is a word in the contract. */
export type MarkWord = 'sufficient' | 'good' | 'insufficient' | 'exempt';

/** The words that a diploma is described with, in both elements. */
export interface DiplomaWords {
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly name: string;
  readonly birthDate: string;
  readonly level: string;
  readonly qualification: string;
  /** The level in the Dutch and in the European qualifications framework: numbers, one with a plus. */
  readonly frameworks: (nlqf: string, eqf: string) => string;
  readonly awarded: string;
  readonly institution: string;
  readonly marks: {
    readonly title: string;
    readonly subject: string;
    /** Short heads of the columns: the table must fit a phone. */
    readonly schoolExam: string;
    readonly centralExam: string;
    /** What they stand for, above the table. */
    readonly legend: string;
    readonly final: string;
    /** In the place of a mark that was not given. */
    readonly none: string;
    readonly words: Readonly<Record<MarkWord, string>>;
  };
}
