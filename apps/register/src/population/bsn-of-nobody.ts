/** How many numbers there are: nine for each seven digits that begin with a 9. */
export const bsnsOfNobody = 9_000_000;

/**
 * A made-up BSN: nine digits that pass the eleven test, a different one for each person. They count
 * down from 999999990: the first nine thousand begin with 9999, which is kept for tests; no more than
 * that exist. The others begin with 9 too, where as far as is known no number was ever given out. That is
 * no promise: a register that holds such numbers must never hold real ones.
 */
export function bsnOfNobody(person: number): string {
  if (person >= bsnsOfNobody)
    throw new RangeError(`There are made-up BSNs for only ${bsnsOfNobody} people.`);
  let digits = 9_999_999 - Math.floor(person / 9);
  const text = String(digits);
  let sum = 0;
  for (let weight = 3; weight <= 9; weight += 1) {
    sum += (digits % 10) * weight;
    digits = Math.floor(digits / 10);
  }
  // Of ten eighth digits at most one has no ninth: it would be a 10.
  let eighth = person % 9;
  for (let digit = 0; digit <= eighth; digit += 1) {
    if ((sum + 2 * digit) % 11 === 10) {
      eighth += 1;
      break;
    }
  }
  return `${text}${eighth}${(sum + 2 * eighth) % 11}`;
}
