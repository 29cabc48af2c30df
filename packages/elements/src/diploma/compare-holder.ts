import type { Person, Verdict } from '@diplomaregister/contract';
import { fullName } from './name.ts';

/** Whom a host page takes the holder for. */
export interface ExpectedHolder {
  /** The whole name as people write it: accents, hyphens and further given names do not matter. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** Whether diplomas are of whom the host page takes the holder for. */
export type HolderComparison = 'same' | 'different';

/**
 * Compares name and birth date on every diploma that a verdict shows with those that a host page has.
 * Names change and are written in many ways: what differs is a reason to ask, and proves nothing.
 *
 * @returns nothing where the verdict shows no diploma.
 */
export function compareHolder(
  verdict: Verdict,
  expected: ExpectedHolder,
): HolderComparison | undefined {
  if (!('diplomas' in verdict)) return undefined;
  const holders = verdict.diplomas.flatMap((entry) =>
    'diploma' in entry ? [entry.diploma.holder] : [],
  );
  if (holders.length === 0) return undefined;
  return holders.every((holder) => isSame(holder, expected)) ? 'same' : 'different';
}

/**
 * The family name must be there, and besides it a given name or its initial. No word may be of another
 * name.
 */
function isSame(holder: Person, { name, birthDate }: ExpectedHolder): boolean {
  const words = wordsOf(name);
  const familyName = wordsOf(holder.familyName);
  return (
    holder.birthDate === birthDate &&
    familyName.every((word) => words.includes(word)) &&
    words.length > familyName.length &&
    words.some(isOneOf(holder.givenNames)) &&
    words.every(isOneOf(fullName(holder)))
  );
}

/** Whether a word is one of a name, or the initial of one. */
function isOneOf(name: string): (word: string) => boolean {
  return (word) => wordsOf(name).some((each) => each === word || each[0] === word);
}

/** The words of a name in small letters, without accents. */
function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
