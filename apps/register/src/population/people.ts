import { bsnOfNobody } from './bsn-of-nobody.ts';
import { Dice } from './dice.ts';
import type { Names } from './population-tables.ts';

/** Somebody of the population, and when and at which age the first diploma was due. */
export interface Person {
  readonly number: number;
  readonly firstAward: number;
  readonly age: number;
}

const birthMonths = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const days = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0'));

/** Writes people as the holder of a delivered line, in JSON; always the same for the same person. */
export function createPeople(names: Names, seed: number): (person: Person) => string {
  const dice = new Dice();
  return ({ number, firstAward, age }) => {
    dice.start(seed, number);
    const gender = dice.chance(0.51) ? 'female' : 'male';
    const given = names.given[gender];
    const { prefix, familyName } = names.family.choose(dice);
    let givenNames = given.choose(dice);
    if (dice.chance(0.6)) givenNames += ` ${given.choose(dice)}`;
    if (dice.chance(0.2)) givenNames += ` ${given.choose(dice)}`;
    // Most are of the usual age; some took longer, and a few came back as adults.
    const later = dice.chance(0.75) ? dice.below(2) : dice.below(dice.chance(0.1) ? 25 : 5);
    const birthYear = firstAward - age - later;
    const birthDate = `${birthYear}-${birthMonths[dice.below(12)]}-${days[dice.below(28)]}`;
    const prefixed = prefix === undefined ? '' : `"prefix":"${prefix}",`;
    return `{"bsn":"${bsnOfNobody(number)}","givenNames":"${givenNames}",${prefixed}"familyName":"${familyName}","birthDate":"${birthDate}","gender":"${gender}"}`;
  };
}
