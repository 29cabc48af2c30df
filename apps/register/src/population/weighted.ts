import type { Dice } from './dice.ts';

/** Something that there is more or less of. */
export interface Weight<Item> {
  readonly item: Item;
  readonly weight: number;
}

/** Things to choose from, each as often as its weight says. */
export class Weighted<Item> {
  readonly #items: readonly Item[];
  readonly #ends: Float64Array;

  constructor(weights: readonly Weight<Item>[]) {
    const present = weights.filter(({ weight }) => weight > 0);
    if (present.length === 0) throw new Error('There is nothing to choose from.');
    this.#items = present.map(({ item }) => item);
    let end = 0;
    this.#ends = Float64Array.from(present, ({ weight }) => (end += weight));
  }

  choose(dice: Dice): Item {
    const ends = this.#ends;
    const point = (dice.below(0x1_0000_0000) / 0x1_0000_0000) * (ends.at(-1) ?? 0);
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return this.#items[low] as Item;
  }
}
