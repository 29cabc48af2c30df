/** A citizen service number that passed the eleven test. It goes no further than `holders/`. */
export type Bsn = string & { readonly brand: unique symbol };

/** Nine digits whose weighted sum (9 8 7 6 5 4 3 2 -1) is divisible by eleven, and not all zero. */
export function isBsn(value: unknown): value is Bsn {
  if (typeof value !== 'string' || !/^\d{9}$/.test(value) || value === '000000000') return false;
  let sum = -Number(value[8]);
  for (let place = 0; place < 8; place += 1) sum += Number(value[place]) * (9 - place);
  return sum % 11 === 0;
}
