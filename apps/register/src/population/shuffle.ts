/**
 * Where a number goes when all numbers below a size are put in another order. Each goes to a place
 * of its own.
 */
export type Shuffle = (number: number) => number;

/** An affine permutation: neighbours end up far apart. Exact for sizes below 2^26. */
export function createShuffle(size: number, seed: number): Shuffle {
  if (size <= 2) return (number) => number;
  const golden = (Math.sqrt(5) - 1) / 2;
  let step = Math.floor(size * golden) + (seed % 97);
  while (step < 2 || greatestCommonDivisor(step % size, size) !== 1) step += 1;
  const factor = step % size;
  const offset = (seed * 7_919) % size;
  return (number) => (number * factor + offset) % size;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
