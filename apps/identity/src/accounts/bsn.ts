/**
 * Whether this is a citizen service number made for testing: nine digits that start with 9999 and
 * pass the eleven test (weights 9 8 7 6 5 4 3 2 -1). This stand-in signs in nobody else.
 */
export function isTestBsn(value: string): boolean {
  if (!/^9999\d{5}$/.test(value)) return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(value[place]), 0);
  return sum % 11 === 0;
}
